"""NAME.npz -> picture: denoise, bloom, filmic curve, WebP q86 (or PNG).   python3 finish.py DIR/NAME.npz OUT.webp [--alpha] [--mask] [--ev 0]"""
import numpy as np, sys, os
from PIL import Image
from scipy.ndimage import gaussian_filter
sys.path.insert(0,os.path.dirname(os.path.abspath(__file__))); sys.dont_write_bytecode=True; import denoise
def curve(x):  # Hable-like filmic with a long shoulder, applied on a max/luma mix to hold the gold's hue
    a,b,c,d,e=2.51,.03,2.43,.59,.14
    f=lambda v: np.clip(v*(a*v+b)/(v*(c*v+d)+e),0,1)
    x=np.maximum(x,0)*.62; pc=f(x); m=x.max(-1,keepdims=True)+1e-6; hp=x/m*f(m)
    return pc*.55+hp*.45
def srgb(x): return np.where(x<=.0031308,12.92*x,1.055*np.power(np.maximum(x,1e-8),1/2.4)-.055)
def grade(rgb,ev=0.,bloom=.035,vig=.06,grain=.004,seed=0):
    H,W,_=rgb.shape; x=rgb*2**ev
    if bloom:
        hi=np.minimum(np.maximum(x-1.0,0),8); g=sum(gaussian_filter(hi,(s*W/1000,s*W/1000,0)) for s in(4,14,40))/3; x=x+bloom*3*g
    y,xx=np.mgrid[-1:1:H*1j,-1:1:W*1j]; x=x*(1-vig*(y*y+xx*xx)/2*1.6)[...,None]
    o=srgb(curve(x)); o=o+np.random.default_rng(seed).normal(0,grain,(H,W,1)); return np.clip(o,0,1)
if __name__=='__main__':
    src,dst=sys.argv[1:3]; ev=float(sys.argv[sys.argv.index('--ev')+1]) if '--ev' in sys.argv else 0.
    d=np.load(src)
    if '--mask' in sys.argv: Image.fromarray((np.clip(d['rgb'][...,:3],0,1)*255+.5).astype(np.uint8)).save(dst,lossless=True,method=6); sys.exit()
    rgb=denoise.denoise(d['rgb'][...,:3],d['alb'].astype(np.float32),d['nrm'].astype(np.float32))
    if '--alpha' in sys.argv:
        al=np.clip(d['rgb'][...,3:],0,1); o=np.concatenate([grade(rgb/np.maximum(al,1e-3),ev,bloom=0,vig=0),al],2)
    else: o=grade(rgb,ev)
    Image.fromarray((o*255+.5).astype(np.uint8)).save(dst,quality=86,method=6)
