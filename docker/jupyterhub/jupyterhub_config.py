"""A class on one server: every student has an account of the machine in the group "students".

    sudo NOISEBOOK_HOME=/opt/noisebook jupyterhub --config docker/jupyterhub/jupyterhub_config.py

README.md beside this file has the steps before it, and how many students fit.
"""
import os
import subprocess
import sys

project = os.environ.get("NOISEBOOK_HOME", "/opt/noisebook")
an_hour = 3600

c = get_config()  # noqa: F821 JupyterHub defines it

# Put a web server with TLS in front before you open it to more than this machine.
c.JupyterHub.bind_url = os.environ.get("NOISEBOOK_HUB", "http://127.0.0.1:8000")
c.JupyterHub.active_server_limit = int(os.environ.get("NOISEBOOK_STUDENTS", "30"))
c.JupyterHub.concurrent_spawn_limit = 10  # JVMs that start together slow each other down

c.LocalAuthenticator.allowed_groups = {"students"}
c.PAMAuthenticator.open_sessions = False

c.Spawner.notebook_dir = "~/lessons"
c.Spawner.default_url = "/tree"
c.Spawner.http_timeout = 120
c.Spawner.environment = {
    "DJL_CACHE_DIR": os.environ.get("DJL_CACHE_DIR", "/opt/djl"),  # PyTorch, unpacked once, read-only
    "NOISEBOOK_THREADS": "1",  # cores are shared: two threads waiting for each other are slower than one
    **{name: os.environ[name] for name in ["NOISEBOOK_DATA"] if name in os.environ},  # MNIST for all, read-only
}
# A kernel that nobody has used for an hour goes, and then its server; the notebook and its outputs stay.
c.Spawner.args = [
    f"--MappingKernelManager.cull_idle_timeout={an_hour}",
    f"--ServerApp.shutdown_no_activity_timeout={an_hour}",
    f"--NotebookApp.shutdown_no_activity_timeout={an_hour}",
]


give_missing = """
import pathlib, shutil, sys
source, lessons = map(pathlib.Path, sys.argv[1:])
for file in filter(pathlib.Path.is_file, source.rglob("*")):
    copy = lessons / file.relative_to(source)
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
"""


def give_lessons(spawner):
    """Copies the lessons a student does not have yet, with the rights of the student: what was changed stays."""
    home = os.path.expanduser("~" + spawner.user.name)
    subprocess.run(
        [sys.executable, "-c", give_missing, project + "/notebooks", home + "/lessons"],
        user=spawner.user.name, cwd="/", check=True)


c.Spawner.pre_spawn_hook = give_lessons
