#!/usr/bin/env python3
"""Draws and records the evidence of the demo world. Needs ffmpeg, espeak-ng and Pillow; run it in this folder.

Everything here is drawn, spoken by a synthetic voice or made of noise: nobody is shown or heard.
"""

import math
import random
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
SIZE = (480, 270)
RATE = 12
SANS = "DejaVuSans.ttf"
MONO = "DejaVuSansMono.ttf"


def font(name, size):
    return ImageFont.truetype(name, size)


def weld(second):
    """A torch that moves along a joint with two stops; the bead behind it cools from orange to grey."""
    image = Image.new("RGB", SIZE, (24, 27, 33))
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 60, 460, 135), fill=(92, 98, 108))
    draw.rectangle((20, 139, 460, 214), fill=(80, 86, 96))
    draw.line((20, 137, 460, 137), fill=(40, 42, 46), width=5)
    path = [(0, 30), (1.8, 170), (2.3, 170), (4, 310), (4.5, 310), (6, 445)]
    x = next(a + (b - a) * (second - s) / (e - s) for (s, a), (e, b) in zip(path, path[1:]) if second <= e)
    moving = not (1.8 <= second <= 2.3 or 4 <= second <= 4.5)
    for bead in range(30, int(x), 6):
        heat = max(0.0, 1 - (x - bead) / 120)
        colour = tuple(int(cold + (hot - cold) * heat) for cold, hot in zip((150, 154, 160), (255, 140, 40)))
        draw.ellipse((bead - 7, 129, bead + 7, 145), fill=colour, outline=(70, 72, 76))
    draw.polygon([(x - 4, 130), (x + 4, 130), (x + 44, 40), (x + 24, 34)], fill=(200, 120, 50))
    if moving:
        glow = 9 + 3 * math.sin(second * 60)
        draw.ellipse((x - glow, 137 - glow, x + glow, 137 + glow), fill=(235, 245, 255))
        rays = random.Random(int(second * RATE))
        for _ in range(9):
            angle, far = rays.uniform(0, math.tau), rays.uniform(14, 34)
            draw.line((x, 137, x + far * math.cos(angle), 137 + far * math.sin(angle)), fill=(255, 210, 120))
    draw.text((20, 18), "2G practice plate / plaque d'essai", font=font(SANS, 16), fill=(230, 232, 236))
    draw.text((20, 236), f"{second:4.1f} s", font=font(MONO, 16), fill=(230, 232, 236))
    return image


LINES = [
    "09:12:04 auth   FAILED user=svc-print src=10.4.7.22",
    "09:12:05 auth   FAILED user=svc-print src=10.4.7.22",
    "09:12:09 auth   OK     user=svc-print src=10.4.7.22",
    "09:12:31 proxy  POST   host=files.example.org 4.1 MB",
    "09:13:02 edr    new scheduled task  host=WS-0417",
    "> same source, three signals, 58 seconds: true positive",
    "> isolate WS-0417 (playbook 4, step 2), note to lead",
]


def screen(second):
    """A screen on which log lines appear, and two remarks on them."""
    image = Image.new("RGB", SIZE, (250, 250, 247))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 480, 30), fill=(36, 52, 71))
    draw.text((12, 6), "Training range: nothing here is real", font=font(SANS, 14), fill=(255, 255, 255))
    for n, line in enumerate(LINES[: 1 + int(second / 6 * len(LINES))]):
        note = line.startswith(">")
        draw.text((12, 44 + n * 29), line, font=font(MONO, 13), fill=(150, 40, 20) if note else (40, 44, 50))
    return image


def picture():
    """A bead with its measures, as somebody would draw it on a record."""
    image = Image.new("RGB", (720, 400), (252, 251, 247))
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 150, 350, 250), fill=(168, 173, 181), outline=(60, 62, 66), width=2)
    draw.rectangle((370, 150, 660, 250), fill=(168, 173, 181), outline=(60, 62, 66), width=2)
    draw.polygon([(300, 150), (420, 150), (374, 250), (346, 250)], fill=(205, 150, 90), outline=(60, 62, 66))
    draw.chord((300, 128, 420, 172), 180, 360, fill=(205, 150, 90), outline=(60, 62, 66))
    draw.line((300, 110, 420, 110), fill=(30, 60, 120), width=2)
    draw.text((318, 82), "cap 14 mm", font=font(SANS, 18), fill=(30, 60, 120))
    draw.line((450, 128, 450, 150), fill=(30, 60, 120), width=2)
    draw.text((460, 118), "1.5 mm", font=font(SANS, 18), fill=(30, 60, 120))
    draw.text((60, 290), "Plate 2: no undercut, no porosity, root closed", font=font(SANS, 20), fill=(40, 44, 50))
    draw.text((60, 322), "Plaque 2 : ni caniveau ni soufflure, racine fermée", font=font(SANS, 20), fill=(40, 44, 50))
    image.quantize(32).save(HERE / "bead.png", optimize=True)


def record():
    """Two pages: what was bent, and what was seen."""
    pages = []
    for number, lines in enumerate(
        [
            ["Bend test record / Relevé d'essai de pliage", "", "Plate 2, 9.5 mm, GMAW, horizontal", "2 face bends, 2 root bends, 180°", "Former 38 mm"],
            ["Results / Résultats", "", "Face 1: no opening      Face 2: no opening", "Root 1: 0.8 mm opening  Root 2: no opening", "Limit 3 mm: within / dans la limite"],
        ],
        1,
    ):
        page = Image.new("L", (620, 802), 255)
        draw = ImageDraw.Draw(page)
        for n, line in enumerate(lines):
            draw.text((60, 80 + n * 40), line, font=font(SANS, 24 if n == 0 else 19), fill=20)
        draw.text((290, 750), f"{number} / 2", font=font(SANS, 16), fill=90)
        pages.append(page.convert("1", dither=Image.Dither.NONE))
    pages[0].save(HERE / "bend-test.pdf", save_all=True, append_images=pages[1:], resolution=75)


def ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-loglevel", "error", "-y", "-bitexact", *arguments], check=True)


def film(name, draw, sound):
    with tempfile.TemporaryDirectory() as folder:
        for n in range(6 * RATE):
            draw(n / RATE).save(f"{folder}/{n:03}.png")
        frames = ["-framerate", str(RATE), "-i", f"{folder}/%03d.png", "-f", "lavfi", "-i", sound]
        video = ["-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "50", "-row-mt", "0", "-g", "72"]
        audio = ["-c:a", "libopus", "-b:a", "16k", "-ac", "1"]
        ffmpeg(*frames, "-t", "6", *video, *audio, "-flags:v", "+bitexact", str(HERE / name))


def speech(name, voice, words):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["espeak-ng", "-v", voice, "-s", "150", "-w", f"{folder}/said.wav", words], check=True)
        ffmpeg("-i", f"{folder}/said.wav", "-c:a", "libopus", "-b:a", "20k", "-ac", "1", str(HERE / name))


film("weld.webm", weld, "anoisesrc=color=brown:amplitude=0.25:duration=6:seed=1,tremolo=f=18:d=0.6")
film("screen.webm", screen, "sine=frequency=220:duration=6,volume=0.02")
speech("reflection.ogg", "fr", "J'ai décrit ce que j'ai vu, sans deviner ce que l'enfant pensait. Ensuite, j'ai demandé à la famille ce qu'elle y voyait.")
ffmpeg("-f", "lavfi", "-i", "anoisesrc=color=pink:amplitude=0.3:duration=6:seed=2,tremolo=f=0.4:d=0.8,lowpass=f=900", "-c:a", "libopus", "-b:a", "16k", "-ac", "1", str(HERE / "shore.ogg"))
picture()
record()
