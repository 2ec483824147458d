#!/usr/bin/env python3
"""Simulated students: each logs in, starts a server, opens a lesson and runs every cell of it. Prints what that took.

    classroom.py --hub http://127.0.0.1:8000 --students 10 --password class --lesson 04-forward-noising.ipynb
    classroom.py --server http://127.0.0.1:8888 --token TOKEN --lesson 04-forward-noising.ipynb      (one server, no hub)

Needs tornado, which comes with Jupyter. Run it on the machine of the class: it reads the memory of the students' processes there.
"""
import argparse
import asyncio
import json
import os
import time
import uuid
from urllib.parse import urlencode

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.httputil import HTTPHeaders
from tornado.websocket import websocket_connect


class Student:
    """One student, with cookies as a browser has them."""

    def __init__(self, name, base, token=""):
        self.name, self.base, self.token = name, base.rstrip("/"), token
        self.origin = "/".join(base.split("/")[:3])
        self.cookies = {}

    def headers(self):
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if self.token:
            headers["Authorization"] = "token " + self.token
        if "_xsrf" in self.cookies:
            headers["X-XSRFToken"] = self.cookies["_xsrf"]
        return headers

    async def fetch(self, url, hops=10, **options):
        headers = {"Accept": "*/*"} | self.headers() | (more := options.pop("headers", {}))
        request = HTTPRequest(url, headers=headers, follow_redirects=False, request_timeout=120, **options)
        response = await AsyncHTTPClient().fetch(request, raise_error=False)
        for cookie in response.headers.get_list("Set-Cookie"):
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        if response.code in (301, 302, 303) and hops:
            place = response.headers["Location"]
            return await self.fetch(self.origin + place if place.startswith("/") else place, hops - 1, headers=more if options.get("method", "GET") == "GET" else {})
        if response.code >= 400:
            raise HTTPClientError(response.code, f"{url}: {response.body[:200]!r}", response)
        return response

    async def log_in(self, password):
        """Logs in at the hub and waits until the student's own server answers."""
        await self.fetch(self.base + "/hub/login")
        form = urlencode({"username": self.name, "password": password, "_xsrf": self.cookies.get("_xsrf", "")})
        await self.fetch(
            self.base + "/hub/login?next=/hub/spawn", method="POST", body=form,
            headers={"Content-Type": "application/x-www-form-urlencoded"})
        self.base = f"{self.base}/user/{self.name}"
        for _ in range(240):
            page = await self.fetch(self.base + "/tree", headers={"Accept": "text/html"})
            if page.effective_url.startswith(self.base):
                return
            await asyncio.sleep(.5)
        raise TimeoutError(f"{self.name}: no server after two minutes")

    async def run(self, lesson):
        """Runs every code cell; returns the errors, and the seconds until the kernel answered its first cell."""
        notebook = json.loads((await self.fetch(f"{self.base}/api/contents/{lesson}")).body)["content"]
        start = {"path": lesson, "name": lesson, "type": "notebook", "kernel": {"name": "java"}}
        session = json.loads((await self.fetch(
            self.base + "/api/sessions", method="POST", body=json.dumps(start))).body)
        kernel = session["kernel"]["id"]
        begun, first, errors = time.time(), None, []
        address = f"ws{self.base[4:]}/api/kernels/{kernel}/channels?session_id={uuid.uuid4().hex}"
        socket = await websocket_connect(
            HTTPRequest(address, headers=HTTPHeaders(self.headers())), max_message_size=1 << 28)
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                errors += await self.execute(socket, "".join(cell["source"]))
                first = first or time.time() - begun
        self.kernel = kernel
        return errors, first

    async def execute(self, socket, code):
        number, errors, answered, idle = uuid.uuid4().hex, [], False, False
        await socket.write_message(json.dumps({
            "channel": "shell", "parent_header": {}, "metadata": {}, "buffers": [],
            "header": {"msg_id": number, "username": self.name, "session": number, "msg_type": "execute_request",
                       "version": "5.3", "date": ""},
            "content": {"code": code, "silent": False, "store_history": True, "user_expressions": {},
                        "allow_stdin": False, "stop_on_error": True}}))
        while not (answered and idle):
            message = json.loads(await socket.read_message())
            if message.get("parent_header", {}).get("msg_id") != number:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "error":
                errors.append(f'{content["ename"]}: {content["evalue"]}')
            answered = answered or kind == "execute_reply"
            idle = idle or kind == "status" and content["execution_state"] == "idle"
        return errors


def memory_of_kernels():
    """Of each running kernel, in MiB: the most that was resident, what is now, the part that is its alone, and with its share of what
    it has in common with others."""
    sizes = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if b"noisebook.kernel.KernelMain" not in open(f"/proc/{pid}/cmdline", "rb").read():
                continue
            fields = {}
            for line in [*open(f"/proc/{pid}/status"), *open(f"/proc/{pid}/smaps_rollup")]:
                words = line.split()
                if words[-1:] == ["kB"]:
                    fields[words[0]] = int(words[1]) / 1024
            private = fields["Private_Clean:"] + fields["Private_Dirty:"]
            sizes.append([round(size) for size in (fields["VmHWM:"], fields["Rss:"], private, fields["Pss:"])])
        except OSError:
            pass  # ended meanwhile, or another user's
    return sizes


async def attend(student, password, lesson):
    begun = time.time()
    if password:
        await student.log_in(password)
    logged_in = time.time() - begun
    errors, first = await student.run(lesson)
    whole = time.time() - begun
    print(f"{student.name}: server after {logged_in:.1f} s, first cell after {logged_in + first:.1f} s, "
          f"lesson after {whole:.1f} s, errors: {errors or 'none'}", flush=True)
    return not errors


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hub")
    parser.add_argument("--server")
    parser.add_argument("--token", default="")
    parser.add_argument("--password", default="")
    parser.add_argument("--students", type=int, default=1)
    parser.add_argument("--lesson", default="04-forward-noising.ipynb")
    options = parser.parse_args()
    students = [Student(f"student{i + 1}", options.hub or options.server, options.token) for i in range(options.students)]
    passed = await asyncio.gather(*(attend(s, options.hub and options.password, options.lesson) for s in students))
    for peak, resident, private, share in memory_of_kernels():
        print(f"kernel: at most {peak} MiB resident, now {resident}, {private} MiB its own, {share} MiB with its share of common pages")
    raise SystemExit(0 if all(passed) else 1)


asyncio.run(main())
