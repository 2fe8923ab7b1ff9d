"""The numerical benchmarks in PyTorch, eager, on one thread; see session.py for the use."""

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import workload
from session import case, main
from torch_attacks import autoattack, pgd

torch.set_num_threads(1)

BATCH = 128


def set_weights(model):
    """Weights from the hash, seeds from 100 on in the order of the parameters; biases zero."""
    with torch.no_grad():
        for index, parameter in enumerate(model.parameters()):
            if parameter.dim() == 1:
                parameter.zero_()
            else:
                fan_in = parameter[0].numel()
                parameter.copy_(torch.from_numpy(workload.weights(parameter.shape, fan_in, 100 + index)))
    return model


def mlp():
    return set_weights(
        nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 10)))


def small_cnn():
    return set_weights(
        nn.Sequential(
            nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.Conv2d(16, 32, 3, stride=2, padding=1), nn.ReLU(),
            nn.Flatten(), nn.Linear(32 * 4 * 4, 10)))


def large_cnn():
    return set_weights(
        nn.Sequential(
            nn.Conv2d(3, 16, 3, padding=1), nn.ReLU(), nn.Conv2d(16, 32, 3, stride=2, padding=1), nn.ReLU(),
            nn.Conv2d(32, 32, 3, stride=2, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(32 * 8 * 8, 10)))


class Block(nn.Module):
    """Attention and a perceptron, both on normalised inputs, both beside the identity."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1 = nn.LayerNorm(width)
        self.projections = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width)
        self.perceptron = nn.Sequential(nn.Linear(width, 4 * width), nn.ReLU(), nn.Linear(4 * width, width))

    def forward(self, x):
        batch, length, width = x.shape
        q, k, v = self.projections(self.norm1(x)).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v)
        x = x + self.output(attended.transpose(1, 2).reshape(batch, length, width))
        return x + self.perceptron(self.norm2(x))


class Transformer(nn.Module):
    """Tokens of 16 numbers, a place's own vector, two blocks, the mean over the tokens, ten classes."""

    def __init__(self, length=32, width=64, heads=4, blocks=2):
        super().__init__()
        self.embedding = nn.Linear(16, width)
        self.positions = nn.Parameter(torch.empty(length, width))
        self.blocks = nn.Sequential(*[Block(width, heads) for _ in range(blocks)])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, workload.CLASSES)

    def forward(self, x):
        return self.head(self.norm(self.blocks(self.embedding(x) + self.positions)).mean(1))


def transformer():
    model = set_weights(Transformer())
    for module in model.modules():
        if isinstance(module, nn.LayerNorm):
            nn.init.ones_(module.weight)
    return model


def batches(count, shape, seed=10, size=BATCH):
    x, y = workload.images(count * size, shape, seed)
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    return [(x[i : i + size], y[i : i + size]) for i in range(0, count * size, size)]


def sgd(parameters):
    return torch.optim.SGD(parameters, lr=0.01, momentum=0.9)


def adam(parameters):
    return torch.optim.Adam(parameters, lr=1e-3)


def train(model, optimizer, data, steps):
    """Training by cross-entropy; the last step's loss."""
    for step in range(steps):
        x, y = data[step % len(data)]
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
    return loss.item()


def training(name, steps, make, shape, optimizer, size=BATCH):
    """A case that trains from the same start in every run."""

    def prepare():
        data = batches(10, shape, size=size)

        def work():
            model = make()
            return train(model, optimizer(model.parameters()), data, steps)

        return work

    case(name, units=steps)(prepare)


training("mlp-sgd", 500, mlp, (64,), sgd)
training("mlp-adam", 500, mlp, (64,), adam)
training("cnn-8", 100, small_cnn, (1, 8, 8), sgd)
training("cnn-32", 5, large_cnn, (3, 32, 32), sgd)
training("transformer", 10, transformer, (32, 16), adam, size=32)


@case("pgd-10", units=10)
def projected_gradient():
    """Ten batches, each attacked by ten steps; the weights have no gradients."""
    model = small_cnn().requires_grad_(False)
    data = batches(10, (1, 8, 8))

    def work():
        total = 0.0
        for x, y in data:
            adversarial = pgd(model, x, y, radius=0.1, step_size=0.025, steps=10)
            total += F.cross_entropy(model(adversarial), y).item()
        return total

    return work


@case("gradalign", units=20)
def gradient_alignment():
    """FGSM training with the penalty on misaligned input gradients: its gradient passes through an input gradient."""
    data = batches(10, (1, 8, 8))
    radius, penalty = 0.1, 1.0
    noise = [torch.from_numpy(workload.symmetric(x.shape, 50 + i, radius)) for i, (x, _) in enumerate(data)]

    def input_gradient(model, x, y, create_graph):
        x = x.detach().requires_grad_()
        loss = F.cross_entropy(model(x), y, reduction="sum")
        return torch.autograd.grad(loss, x, create_graph=create_graph)[0]

    def work():
        model = small_cnn()
        optimizer = sgd(model.parameters())
        for step in range(20):
            x, y = data[step % len(data)]
            first = input_gradient(model, x, y, create_graph=False)
            second = input_gradient(model, x + noise[step % len(data)], y, create_graph=True)
            cosine = F.cosine_similarity(first.flatten(1), second.flatten(1)).mean()
            adversarial = (x + radius * first.sign()).clamp(0, 1)
            loss = F.cross_entropy(model(adversarial), y) + penalty * (1 - cosine)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        return loss.item()

    return work


@case("hessian-vector", units=100)
def hessian_vector():
    """Products of the Hessian of the loss on one batch with 100 directions."""
    model = mlp()
    parameters = list(model.parameters())
    x, y = batches(1, (64,))[0]
    directions = [
        [torch.from_numpy(workload.symmetric(p.shape, 300 + 10 * k + i)) for i, p in enumerate(parameters)]
        for k in range(2)
    ]

    def work():
        total = 0.0
        for k in range(100):
            direction = directions[k % 2]
            loss = F.cross_entropy(model(x), y)
            gradient = torch.autograd.grad(loss, parameters, create_graph=True)
            slope = sum((g * d).sum() for g, d in zip(gradient, direction))
            product = torch.autograd.grad(slope, parameters)
            total += sum((p * d).sum().item() for p, d in zip(product, direction))
        return total

    return work


@case("jacobian", units=5)
def jacobian():
    """The derivatives of ten outputs by all weights, for each of 64 examples: the rows of the tangent kernel."""
    model = mlp()
    parameters = {name: p.detach() for name, p in model.named_parameters()}
    x, _ = workload.images(64, (64,), 10)
    x = torch.from_numpy(x)

    def outputs(parameters, example):
        return torch.func.functional_call(model, parameters, (example,))

    rows = torch.func.vmap(torch.func.jacrev(outputs), (None, 0))

    def work():
        total = 0.0
        for _ in range(5):
            total = sum(part.square().sum().item() for part in rows(parameters, x).values())
        return total

    return work


@case("autoattack")
def ensemble():
    """The four attacks one after the other, each on the images that withstood the ones before."""
    model = small_cnn()
    train(model, sgd(model.parameters()), batches(10, (1, 8, 8)), 100)
    model.requires_grad_(False)
    x, y = workload.images(100, (1, 8, 8), 10)
    x, y = torch.from_numpy(x), torch.from_numpy(y)

    def work():
        torch.manual_seed(0)
        return autoattack(model, x, y, radius=0.07, iterations=20, queries=300)

    return work


def product(size, dtype, repeats):
    def make():
        a = torch.from_numpy(workload.symmetric((size, size), 1, dtype=dtype))
        b = torch.from_numpy(workload.symmetric((size, size), 2, dtype=dtype))
        c = torch.empty_like(a)

        def work():
            for _ in range(repeats):
                torch.mm(a, b, out=c)
            return c.abs().sum(dtype=torch.float64)

        return work

    return make


for size, repeats in workload.PRODUCTS:
    case(f"sgemm-{size}", units=repeats)(product(size, np.float32, repeats))
    case(f"dgemm-{size}", units=repeats)(product(size, np.float64, repeats))


def elementwise(name, shape, repeats, function, total):
    def make():
        x = torch.from_numpy(workload.symmetric(shape, 1, 5))
        y = torch.empty_like(x)

        def work():
            for _ in range(repeats):
                function(x, y)
            return total(y.double()).item()

        return work

    case(name, units=repeats)(make)


elementwise("exp", (1_000_000,), 100, lambda x, y: torch.exp(x, out=y), lambda y: y.sum())
elementwise("tanh", (1_000_000,), 100, lambda x, y: torch.tanh(x, out=y), lambda y: y.abs().sum())
elementwise("softmax", (100_000, 10), 20, lambda x, y: torch.softmax(x, 1, out=y), lambda y: y.square().sum())


@case("normals")
def normals():
    values = torch.empty(10_000_000, dtype=torch.float64)

    def work():
        values.normal_()

    return work


main()
