"""Rings. Inner radius R in cm (17 mm inside diameter unless said)."""
from kit import *
def inside_zone(b,R,w):
    """inside of the shank, the part that a hero view shows (lower back)"""
    th=np.linspace(math.radians(140),math.radians(220),33); r=R+.002
    return curve_zone('inside',b,[(r*math.sin(t),-w*.12,r*math.cos(t)) for t in th],[(0,1,0)]*33,.14)
def outside_zone(b,R,t,w):
    th=np.linspace(math.radians(-75),math.radians(15),33); r=R+t+.002
    return curve_zone('outside',b,[(r*math.sin(x),-.07,r*math.cos(x)) for x in th],[(0,1,0)]*33,.15)
def upright(objs,yaw=38,lean=-4): place(objs,Matrix.Rotation(math.radians(yaw),4,'Z')@Matrix.Rotation(math.radians(lean),4,'X'))
def lying(objs,tilt=38,yaw=13): place(objs,Matrix.Rotation(math.radians(yaw),4,'Z')@Matrix.Rotation(math.radians(tilt),4,'X'))
TOP=dict(target=(0,0,.15),focus=(0,-.9,.25),frame=3.9,elev=38,azim=-20)
UP=dict(target=(0,0,.86),focus=(-.15,-.35,1.),frame=3.3,elev=24,fstop=.34)
LIE=dict(target=(0,-.05,.72),frame=3.15,elev=30,fstop=.42)
def finish_band(ms,gs,zones,**k):
    if a.view=='top': place(ms+[g for _,g,_ in gs],Matrix.Rotation(math.radians(90),4,'X')); return Shot(ms,gs,zones,**TOP)
    upright(ms); return Shot(ms,gs,zones,**{**UP,**k})
@piece('hammered-band')
def hammered_band():
    b=band('band',.85,.46,.15,3.2,metal('metal',.11,.03),hammer=.016,dents=210); return finish_band([b],[],[inside_zone(b,.85,.46)])
@piece('posy-ring')
def posy_ring():
    b=band('band',.85,.40,.14,2.6,metal('metal',.10,.02),**(dict(hammer=.024,dents=150,wav=.003) if a.finish=='hammered' else dict(hammer=.0015,dents=60,wav=.002))); return finish_band([b],[],[outside_zone(b,.85,.14,.4),inside_zone(b,.85,.4)])
def bezels(kinds,r,R,t,w):
    m=metal('metal',.10,.025); n=len(kinds); b=band('band',R,w,t,2.4,m,hammer=.0025,dents=160,wav=.004,nth=700,npf=48); ms,gs=[b],[]
    Rc=R+t+.07*r/.155; step=2*math.asin((2*(r+.05)+.012)/2/Rc)
    for i,k in enumerate(kinds):
        M=Matrix.Rotation((i-(n-1)/2)*step,4,'Y')@Matrix.Translation((0,0,Rc))@Matrix.Rotation(rng.uniform(0,6.28),4,'Z'); z,g=bezel_stone(i,r,k,m,M); ms.append(z); gs.append((f'stone-{i+1}',g,round(r*20,1)))
    al=ms+[g for _,g,_ in gs]
    if a.view=='top': place(al,Matrix.Rotation(math.radians(20),4,'Z')@Matrix.Rotation(math.radians(62),4,'X')); return Shot(ms,gs,[inside_zone(b,R,w)],target=(0,-.2,.5),frame=3.,elev=52,fstop=.5,flags=False)
    lying(al); return Shot(ms,gs,[inside_zone(b,R,w)],flags=a.metal in('ag','wg','pt'),**LIE)
@piece('trio-birthstone-ring')
def trio(): return bezels(chosen(['ruby','emerald','sapphire']),.155,.85,.14,.21)
@piece('birthstone-stacker')
def stacker(): s=bezels(chosen(['aquamarine']),.175,.85,.11,.15); s.frame=2.8; return s
@piece('signet-ring')
def signet():
    """oval face 13 x 11 mm, flattened out of a shank that swells towards the top"""
    m=metal('metal',.12,.02); R,t=.85,.17; nth,npf=720,72; pf=superellipse(npf,.17,t/2,2.5); th=np.linspace(0,2*np.pi,nth,endpoint=False); zf=R+t+.075; V=[]
    for x in th:
        c=math.cos(x); s=max(0,min(1,(c-.25)/.62)); s=s*s*(3-2*s); hx=.66; u=math.tan(x)*zf if c>.3 else 9; ov=.49*math.sqrt(max(0,1-(u/hx)**2)) if abs(u)<hx else 0
        k=1+.62*s; sh=.17*k; w=(ov**3+sh**3)**(1/3) if ov>sh*.6 else sh*(1+.072*min(1,(ov/(sh*.6))))
        for pw,pr in pf:
            r=R+t/2+pr*(1+.35*s); 
            if pr>0: r=r+s*pr/(t/2)*.07
            y=pw/.17*w; z=r*c; X=r*math.sin(x); V.append((X,y,min(z,zf)))
    b=obj('signet',V,grid_faces(nth,npf),m); bv=b.modifiers.new('s','SMOOTH'); bv.factor=.5; bv.iterations=3
    z=plane_zone('face',b,Matrix.Translation((0,0,zf)),1.0,.8); ms=[b]
    if a.view=='top': place(ms,Matrix.Rotation(math.radians(50),4,'X')); return Shot(ms,[],[z],target=(0,-.3,.9),frame=3.3,elev=40)
    lying(ms,30,16); return Shot(ms,[],[z,inside_zone(b,R,.34)],target=(0,-.1,.85),focus=(0,-.55,1.45),frame=3.5,elev=36,fstop=.5)
@piece('twisted-rope-band')
def rope():
    m=metal('metal',.11,.02); ms=[]; th=np.linspace(0,2*np.pi,1400,endpoint=False)
    for k in range(2):
        q=th*22+k*math.pi; r=.85+.17/2+.052*np.cos(q); ms.append(tube(f's{k}',np.stack([r*np.sin(th),.062*np.sin(q),r*np.cos(th)],1),.062,m,20,True))
    return finish_band(ms,[],[])
@piece('open-wave-ring')
def wave():
    m=metal('metal',.09,.02); th=np.linspace(0,2*np.pi,900,endpoint=False); ms=[]; e=np.clip((np.cos(th)-.05)/.95,0,1)**.8
    for k,s in enumerate((1,-1)): ms.append(tube(f'w{k}',np.stack([(.925)*np.sin(th),s*(.07+.20*e*np.cos(th*3.0)**1),(.925+.012*s*e)*np.cos(th)],1),.058+.012*(1-e),m,24,True))
    return finish_band(ms,[],[],frame=3.3)
