"""blender -b -P render.py -- --piece SLUG --metal y18 --view hero --finish '|polished|satin|brushed|hammered|oxidised' --layer full|mask|base|stone [--only SLOT] --stones a,b --size 1000 --samples 32 --out DIR/NAME"""
import sys,os,argparse,importlib
HERE=os.path.dirname(os.path.abspath(__file__)); sys.path.insert(0,HERE); sys.dont_write_bytecode=True
p=argparse.ArgumentParser()
for k,d in dict(piece='hammered-band',metal='y18',view='hero',layer='full',finish='',stones='',only='',out='raw/preview').items(): p.add_argument('--'+k,default=d)
for k,d in dict(size=1000,samples=32,seed=1).items(): p.add_argument('--'+k,type=int,default=d)
args=p.parse_args(sys.argv[sys.argv.index('--')+1:])
import kit
for m in ('rings','earrings','necklaces','bracelets'):
    if os.path.exists(f'{HERE}/{m}.py'): importlib.import_module(m)
kit.setup(args); kit.shoot(kit.REGISTRY[args.piece](),os.path.abspath(args.out),args.size,args.samples,args.only)
