"""A routine file of one's own, in order and with an error."""

GOOD = """format: 1
title: Mine [bold]
author: Me
cautions: [pregnancy]
sources: [A sheet]
steps: [{rest: 5s}]
"""
BROKEN = GOOD.replace("5s", "soon")
