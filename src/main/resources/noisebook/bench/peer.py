"""The networks of Workloads.java in PyTorch, timed on request: peer.py THREADS DEVICE.

One command a line on standard input, one JSON object a line back:
  load NAME FILE    take weights and inputs from a safetensors file; {"answer": ..., "parameters": ...}
  time NAME COUNT   {"milliseconds": [...]}, each the mean of 5 steps, or of one run of the sampler
  peak              {"bytes": the most memory that was resident at once}
"""
import json
import math
import resource
import struct
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

BLOCK = 5
STEPS = 50
torch.set_num_threads(int(sys.argv[1]))
DEVICE = sys.argv[2]  # named in each call: a default device would slow every call in Python down

BETAS = torch.linspace(1e-4, 0.02, 1000, dtype=torch.float64)
ALPHA_BARS = torch.cat([torch.ones(1, dtype=torch.float64), torch.cumprod(1 - BETAS, 0)]).float().to(DEVICE)


def grow(x):
    return F.interpolate(x, scale_factor=2)


class Shape(nn.Module):
    def __init__(self, *sample):
        super().__init__()
        self.sample = sample

    def forward(self, x):
        return x.view(-1, *self.sample)


class Grow(nn.Module):
    def forward(self, x):
        return grow(x)


def conv3(i, o, stride=1):
    return nn.Conv2d(i, o, 3, stride, 1)


class Vae(nn.Module):
    def __init__(self, d=16):
        super().__init__()
        self.trunk = nn.Sequential(
            nn.Conv2d(1, 32, 4, 2, 1), nn.ReLU(), nn.Conv2d(32, 64, 4, 2, 1), nn.ReLU(), nn.Flatten())
        self.mu = nn.Linear(3136, d)
        self.log_variance = nn.Linear(3136, d)
        self.decoder = nn.Sequential(
            nn.Linear(d, 3136), nn.ReLU(), Shape(64, 7, 7), Grow(), conv3(64, 32), nn.ReLU(), Grow(), conv3(32, 1))

    def loss(self, x, z):
        h = self.trunk(x)
        mu, log_variance = self.mu(h), self.log_variance(h)
        logits = self.decoder(mu + torch.exp(0.5 * log_variance) * z)
        reconstruction = F.binary_cross_entropy_with_logits(logits, x, reduction="sum")
        kl = 0.5 * (mu * mu + log_variance.exp() - 1 - log_variance).sum()
        return (reconstruction + kl) / len(x)


def generator(c=32, z=64):
    return nn.Sequential(
        nn.Linear(z, 4 * c * 49), Shape(4 * c, 7, 7), nn.BatchNorm2d(4 * c), nn.ReLU(),
        Grow(), conv3(4 * c, 2 * c), nn.BatchNorm2d(2 * c), nn.ReLU(),
        Grow(), conv3(2 * c, c), nn.BatchNorm2d(c), nn.ReLU(), conv3(c, 1), nn.Sigmoid())


def discriminator(c=64):
    return nn.Sequential(
        nn.Conv2d(1, c, 4, 2, 1), nn.LeakyReLU(0.2),
        nn.Conv2d(c, 2 * c, 4, 2, 1), nn.BatchNorm2d(2 * c), nn.LeakyReLU(0.2),
        conv3(2 * c, 4 * c, 2), nn.BatchNorm2d(4 * c), nn.LeakyReLU(0.2),
        nn.Flatten(), nn.Linear(4 * c * 16, 128), nn.LeakyReLU(0.2), nn.Linear(128, 1))


class Residual(nn.Module):
    def __init__(self, i, o, embedding):
        super().__init__()
        self.norm1, self.conv1 = nn.GroupNorm(8, i), conv3(i, o)
        self.time = nn.Linear(embedding, o)
        self.norm2, self.conv2 = nn.GroupNorm(8, o), conv3(o, o)
        self.skip = nn.Conv2d(i, o, 1) if i != o else nn.Identity()

    def forward(self, x, embedding):
        h = self.conv1(F.silu(self.norm1(x))) + self.time(embedding)[:, :, None, None]
        return self.skip(x) + self.conv2(F.silu(self.norm2(h)))


class Attention(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.norm, self.query_key_value, self.out = nn.GroupNorm(8, c), nn.Conv2d(c, 3 * c, 1), nn.Conv2d(c, c, 1)

    def forward(self, x):
        q, k, v = self.query_key_value(self.norm(x)).flatten(2).chunk(3, 1)  # (N, C, HW) each
        weights = torch.softmax(torch.bmm(q.transpose(1, 2), k) / math.sqrt(x.shape[1]), -1)
        return x + self.out(torch.bmm(v, weights.transpose(1, 2)).view_as(x))


class UNet(nn.Module):
    def __init__(self, c=32, embedding=128):
        super().__init__()
        self.time1, self.time2 = nn.Linear(64, embedding), nn.Linear(embedding, embedding)
        self.inward = conv3(1, c)
        self.down28, self.shrink14 = Residual(c, c, embedding), conv3(c, c, 2)
        self.down14, self.shrink7 = Residual(c, 2 * c, embedding), conv3(2 * c, 2 * c, 2)
        self.middle1, self.attention = Residual(2 * c, 4 * c, embedding), Attention(4 * c)
        self.middle2 = Residual(4 * c, 4 * c, embedding)
        self.grow14, self.up14 = conv3(4 * c, 2 * c), Residual(4 * c, 2 * c, embedding)
        self.grow28, self.up28 = conv3(2 * c, c), Residual(2 * c, c, embedding)
        self.norm, self.outward = nn.GroupNorm(8, c), conv3(c, 1)

    def forward(self, x, t):
        angles = t[:, None] * torch.exp(torch.arange(32, device=DEVICE) * (-math.log(10000) / 32))
        e = F.silu(self.time2(F.silu(self.time1(torch.cat([angles.sin(), angles.cos()], 1)))))
        at28 = self.down28(self.inward(x), e)
        at14 = self.down14(self.shrink14(at28), e)
        h = self.middle2(self.attention(self.middle1(self.shrink7(at14), e)), e)
        h = self.up14(torch.cat([self.grow14(grow(h)), at14], 1), e)
        h = self.up28(torch.cat([self.grow28(grow(h)), at28], 1), e)
        return self.outward(F.silu(self.norm(h)))


def denoising_loss(network, x, z, t):
    alpha_bar = ALPHA_BARS[t.long()].view(-1, 1, 1, 1)
    return F.mse_loss(network(alpha_bar.sqrt() * x + (1 - alpha_bar).sqrt() * z, t), z)


def adam(network, beta1=0.9):
    return torch.optim.Adam(network.parameters(), lr=2e-4, betas=(beta1, 0.999))


class Training:
    """A model with a loss of x, z and t, and its optimiser."""

    def __init__(self, network, loss, batch, draw):
        self.networks, self.loss, self.batch, self.draw = [network], loss, batch, draw
        self.optimiser = adam(network)

    def answer(self, inputs):
        return self.loss(**inputs)

    def step(self):
        x = DATA[torch.randint(0, len(DATA), (self.batch,), device=DEVICE)]
        loss = self.loss(x, **self.draw(self.batch))
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        self.optimiser.step()
        return loss


class Gan:
    def __init__(self):
        self.networks = [generator().to(DEVICE), discriminator().to(DEVICE)]
        self.optimisers = [adam(network, 0.5) for network in self.networks]

    def answer(self, inputs):
        g, d = self.networks
        return self.discriminator_loss(d(inputs["x"]), d(g(inputs["z"])))

    @staticmethod
    def discriminator_loss(real, fake):
        bce = F.binary_cross_entropy_with_logits
        return bce(real, torch.ones_like(real)) + bce(fake, torch.zeros_like(fake))

    def step(self):
        g, d = self.networks
        fake = g(torch.randn(64, 64, device=DEVICE))
        real = DATA[torch.randint(0, len(DATA), (64,), device=DEVICE)]
        d.requires_grad_(True)
        loss = self.discriminator_loss(d(real), d(fake.detach()))
        self.follow(1, loss)
        d.requires_grad_(False)
        logits = d(fake)
        self.follow(0, F.binary_cross_entropy_with_logits(logits, torch.ones_like(logits)))
        return loss

    def follow(self, player, loss):
        self.optimisers[player].zero_grad(set_to_none=True)
        loss.backward()
        self.optimisers[player].step()


class Sampler:
    def __init__(self):
        self.networks = [UNet().to(DEVICE)]

    def answer(self, inputs):
        return self.networks[0](**inputs).square().mean()

    @torch.inference_mode()
    def run(self):
        x = torch.randn(64, 1, 28, 28, device=DEVICE)
        stops = [round(1000 * (STEPS - i) / STEPS) for i in range(STEPS)] + [0]
        for t, next_t in zip(stops, stops[1:]):
            noise = self.networks[0](x, torch.full((64,), float(t), device=DEVICE))
            now, later = ALPHA_BARS[t], ALPHA_BARS[next_t]
            x0 = ((x - (1 - now).sqrt() * noise) / now.sqrt()).clamp(-1, 1)
            noise = (x - now.sqrt() * x0) / (1 - now).sqrt()
            x = later.sqrt() * x0 + (1 - later).sqrt() * noise
        return x


def workloads():
    autoencoder = nn.Sequential(
        nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, 2),
        nn.Linear(2, 256), nn.ReLU(), nn.Linear(256, 512), nn.ReLU(), nn.Linear(512, 784), nn.Sigmoid()).to(DEVICE)
    vae, unet = Vae().to(DEVICE), UNet().to(DEVICE)
    return {
        "autoencoder": Training(
            autoencoder, lambda x: F.mse_loss(autoencoder(x.flatten(1)), x.flatten(1)), 128, lambda n: {}),
        "vae": Training(vae, vae.loss, 128, lambda n: {"z": torch.randn(n, 16, device=DEVICE)}),
        "dcgan": Gan(),
        "unet": Training(
            unet, lambda x, z, t: denoising_loss(unet, x, z, t), 64,
            lambda n: {"z": torch.randn(n, 1, 28, 28, device=DEVICE),
                       "t": torch.randint(1, 1001, (n,), device=DEVICE).float()}),
        "sampler": Sampler(),
    }


def read(file):
    with open(file, "rb") as source:
        header = json.loads(source.read(struct.unpack("<Q", source.read(8))[0]))
        values = bytearray(source.read())
    header.pop("__metadata__")
    return {
        name: torch.frombuffer(values, dtype=torch.float32, offset=entry["data_offsets"][0],
                               count=math.prod(entry["shape"])).view(entry["shape"]).to(DEVICE)
        for name, entry in header.items()}


@torch.no_grad()
def load(work, file):
    tensors = read(file)
    inputs = {name[len("input."):]: value for name, value in tensors.items() if name.startswith("input.")}
    given = [value for name, value in tensors.items() if not name.startswith("input.")]
    own = [tensor for network in work.networks for name, tensor in network.state_dict().items()
           if not name.endswith("num_batches_tracked")]
    if [value.shape for value in given] != [tensor.shape for tensor in own]:
        raise ValueError("the networks differ: %s and %s" % (
            [list(value.shape) for value in given], [list(tensor.shape) for tensor in own]))
    for tensor, value in zip(own, given):
        tensor.copy_(value)
    for network in work.networks:
        network.eval()
    answer = work.answer(inputs).item()
    for network in work.networks:
        network.train()
    return {"answer": answer, "parameters": sum(p.numel() for n in work.networks for p in n.parameters())}


def measure(work, count):
    times = []
    sampler = isinstance(work, Sampler)
    for _ in range(count):
        start = time.perf_counter()
        for _ in range(1 if sampler else BLOCK):
            result = work.run() if sampler else work.step()
        result.sum().item()
        times.append((time.perf_counter() - start) * 1e3 / (1 if sampler else BLOCK))
    return {"milliseconds": times}


def main():
    works = workloads()
    print(json.dumps({"version": torch.__version__}), flush=True)
    for line in sys.stdin:
        command, *arguments = line.rstrip("\n").split(" ", 2)
        if command == "load":
            answer = load(works[arguments[0]], arguments[1])
        elif command == "time":
            answer = measure(works[arguments[0]], int(arguments[1]))
        else:
            answer = {"bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}
        print(json.dumps(answer), flush=True)


DATA = torch.rand(8192, 1, 28, 28, device=DEVICE)

if __name__ == "__main__":
    main()
