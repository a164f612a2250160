"""The one scale of distances in the window, in device-independent pixels."""

XS = 4
S = 8
M = 12
L = 16
XL = 24
