"""Attacks in PyTorch within the maximum norm, written from the equations of the papers.

APGD, FAB and Square after Croce and Hein (ICML 2020, both papers) and Andriushchenko et al. (ECCV 2020). All work on
batches; labels stand in integers; images in [0, 1].
"""

import math

import torch
from torch.nn import functional as F


def pgd(model, x, y, radius, step_size, steps):
    adversarial = x
    for _ in range(steps):
        adversarial = adversarial.detach().requires_grad_()
        loss = F.cross_entropy(model(adversarial), y, reduction="sum")
        gradient = torch.autograd.grad(loss, adversarial)[0]
        moved = adversarial.detach() + step_size * gradient.sign()
        adversarial = torch.min(torch.max(moved, x - radius), x + radius).clamp(0, 1)
    return adversarial.detach()


def cross_entropy(logits, y, targets):
    return F.cross_entropy(logits, y, reduction="none")


def targeted_dlr(logits, y, targets):
    """-(z_y - z_t) / (z_1 - (z_3 + z_4) / 2), with the logits sorted in the denominator."""
    ordered = logits.sort(dim=1, descending=True).values
    rows = torch.arange(len(y))
    difference = logits[rows, y] - logits[rows, targets]
    return -difference / (ordered[:, 0] - 0.5 * (ordered[:, 2] + ordered[:, 3]) + 1e-12)


def project(point, x, radius):
    return torch.min(torch.max(point, x - radius), x + radius).clamp(0, 1)


def apgd(model, x, y, targets, loss, radius, iterations):
    """The misclassified points found, and where there are any."""

    def evaluate(point):
        point = point.detach().requires_grad_()
        logits = model(point)
        losses = loss(logits, y, targets)
        gradient = torch.autograd.grad(losses.sum(), point)[0]
        return losses.detach(), gradient, logits.detach().argmax(1) != y

    shape = (-1,) + (1,) * (x.dim() - 1)
    noise = 2 * torch.rand_like(x) - 1
    point = project(x + radius * noise / noise.abs().amax(dim=tuple(range(1, x.dim())), keepdim=True), x, radius)
    losses, gradient, fooled = evaluate(point)
    found = torch.where(fooled.view(shape), point, x)
    best, best_losses, best_gradient = point.clone(), losses.clone(), gradient.clone()
    previous = point
    step_size = torch.full((len(x),), 2 * radius)
    # Checkpoints: the first after 22 % of the iterations, the next at distances that shrink.
    window, shrinkage, smallest = (max(int(share * iterations), 1) for share in (0.22, 0.03, 0.06))
    since_checkpoint = 0
    increases = torch.zeros(len(x))
    reduced = torch.ones(len(x), dtype=torch.bool)
    best_at_checkpoint = best_losses.clone()
    last_losses = losses
    for iteration in range(iterations):
        step = project(point + step_size.view(shape) * gradient.sign(), x, radius)
        momentum = 0.75 if iteration > 0 else 1.0
        step = project(point + momentum * (step - point) + (1 - momentum) * (point - previous), x, radius)
        previous, point = point, step
        losses, gradient, wrong = evaluate(point)
        found = torch.where(wrong.view(shape), point, found)
        fooled |= wrong
        improved = losses > best_losses
        best = torch.where(improved.view(shape), point, best)
        best_gradient = torch.where(improved.view(shape), gradient, best_gradient)
        best_losses = torch.where(improved, losses, best_losses)
        increases += losses > last_losses
        last_losses = losses
        since_checkpoint += 1
        if since_checkpoint == window:
            stuck = increases <= 0.75 * window
            stuck |= ~reduced & (best_losses <= best_at_checkpoint)
            step_size = torch.where(stuck, step_size / 2, step_size)
            point = torch.where(stuck.view(shape), best, point)
            gradient = torch.where(stuck.view(shape), best_gradient, gradient)
            last_losses = torch.where(stuck, best_losses, last_losses)
            reduced = stuck
            best_at_checkpoint = best_losses.clone()
            increases.zero_()
            since_checkpoint = 0
            window = max(window - shrinkage, smallest)
    return found, fooled


def move_to_plane(x, normal, offset):
    """The move of least maximum norm within [0, 1] that brings x onto the plane <normal, v> = offset.

    Along v = +-normal, signed towards the plane, every coordinate moves by lambda until it meets the box: the inner
    product is piecewise linear in lambda with breakpoints where coordinates stop.
    """
    distance = offset - (normal * x).sum(1)
    v = torch.where((distance < 0).unsqueeze(1), -normal, normal)
    distance = distance.abs()
    room = torch.where(v > 0, 1 - x, torch.where(v < 0, x, torch.zeros_like(x)))
    stops, order = room.sort(dim=1)
    speeds = v.abs().gather(1, order)
    # Reached when the first k coordinates have stopped and the others have moved as far as the k-th.
    gained = (speeds * stops).cumsum(1)
    remaining = speeds.flip(1).cumsum(1).flip(1) - speeds
    reached = gained + remaining * stops
    k = (reached < distance.unsqueeze(1)).sum(1)
    unreachable = k == x.shape[1]
    k = k.clamp(max=x.shape[1] - 1).unsqueeze(1)
    stopped = (gained - speeds * stops).gather(1, k).squeeze(1)
    speed = (remaining + speeds).gather(1, k).squeeze(1)
    length = torch.where(unreachable, stops[:, -1], (distance - stopped) / speed.clamp(min=1e-12))
    return v.sign() * torch.minimum(length.unsqueeze(1), room)


def fab(model, x, y, targets, radius, iterations):
    """The minimal-norm attack towards targets."""
    rows = torch.arange(len(x))
    origin = x.flatten(1)
    point = origin.clone()
    best_norm = torch.full((len(x),), math.inf)
    found = origin.clone()
    for _ in range(iterations):
        variable = point.view_as(x).detach().requires_grad_()
        logits = model(variable)
        difference = logits[rows, targets] - logits[rows, y]
        normal = torch.autograd.grad(difference.sum(), variable)[0].flatten(1)
        offset = (normal * point).sum(1) - difference.detach()
        both = move_to_plane(torch.cat([point, origin]), torch.cat([normal, normal]), torch.cat([offset, offset]))
        from_point, from_origin = both.chunk(2)
        first = from_point.abs().amax(1).clamp(min=1e-8)
        second = from_origin.abs().amax(1).clamp(min=1e-8)
        share = (first / (first + second)).clamp(max=0.1).unsqueeze(1)
        point = ((1 - share) * (point + 1.05 * from_point) + share * (origin + 1.05 * from_origin)).clamp(0, 1)
        with torch.no_grad():
            wrong = model(point.view_as(x)).argmax(1) != y
        norm = (point - origin).abs().amax(1)
        closer = wrong & (norm < best_norm)
        best_norm = torch.where(closer, norm, best_norm)
        found = torch.where(closer.unsqueeze(1), point, found)
        point = torch.where(wrong.unsqueeze(1), origin + 0.9 * (point - origin), point)
    return found.view_as(x), best_norm <= radius


def square_share(query, queries):
    """The share of the image that a proposal covers."""
    scaled = int(query / queries * 10000)
    share = 0.8
    for limit in (10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000):
        if scaled <= limit:
            return share
        share /= 2
    return share


def square(model, x, y, radius, queries):
    """The random search on squares; points that are fooled are asked no more."""

    @torch.no_grad()
    def margins(point, labels):
        logits = model(point)
        rows = torch.arange(len(labels))
        truth = logits[rows, labels]
        logits[rows, labels] = -math.inf
        return truth - logits.amax(1)

    count, channels, height, width = x.shape
    best = (x + radius * (2.0 * torch.randint(2, (count, channels, 1, width)) - 1)).clamp(0, 1)
    best_margins = margins(best, y)
    for query in range(1, queries):
        active = (best_margins > 0).nonzero().squeeze(1)
        if len(active) == 0:
            break
        origin, point = x[active], best[active].clone()
        side = min(max(round(math.sqrt(square_share(query, queries) * height * width)), 1), height)
        tops = torch.randint(height - side + 1, (len(active),))
        lefts = torch.randint(width - side + 1, (len(active),))
        signs = 2.0 * torch.randint(2, (len(active), channels, 1, 1)) - 1
        down = torch.arange(height).view(1, 1, -1, 1) - tops.view(-1, 1, 1, 1)
        right = torch.arange(width).view(1, 1, 1, -1) - lefts.view(-1, 1, 1, 1)
        window = (down >= 0) & (down < side) & (right >= 0) & (right < side)
        point = torch.where(window, (origin + radius * signs).clamp(0, 1), point)
        proposed = margins(point, y[active])
        better = proposed < best_margins[active]
        best[active] = torch.where(better.view(-1, 1, 1, 1), point, best[active])
        best_margins[active] = torch.where(better, proposed, best_margins[active])
    return best, best_margins <= 0


def autoattack(model, x, y, radius, iterations, queries):
    """The share of images that withstand all four attacks."""
    with torch.no_grad():
        logits = model(x)
    robust = logits.argmax(1) == y
    # The nine classes after the first, from the clean logits.
    ranked = logits.argsort(dim=1, descending=True)[:, 1:10]
    stages = [robust.float().mean().item()]

    def attack(run, targets=None):
        indices = robust.nonzero().squeeze(1)
        if len(indices) == 0:
            return
        chosen = None if targets is None else targets[indices]
        adversarial, fooled = run(x[indices], y[indices], chosen)
        assert ((adversarial[fooled] - x[indices][fooled]).abs() <= radius + 1e-5).all()
        robust[indices[fooled]] = False

    attack(lambda x, y, t: apgd(model, x, y, t, cross_entropy, radius, iterations))
    stages.append(robust.float().mean().item())
    for rank in range(9):
        attack(lambda x, y, t: apgd(model, x, y, t, targeted_dlr, radius, iterations), ranked[:, rank])
    stages.append(robust.float().mean().item())
    for rank in range(9):
        attack(lambda x, y, t: fab(model, x, y, t, radius, iterations), ranked[:, rank])
    stages.append(robust.float().mean().item())
    attack(lambda x, y, t: square(model, x, y, radius, queries))
    return robust.float().mean().item()
