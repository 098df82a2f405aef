"""Parametric jewellery kit for Blender 3.4 (Cycles, CPU).  Units: 1 BU = 1 cm.

A generator is a function registered with @piece('slug'); it builds meshes around the origin and returns a Shot.
render.py calls setup(args), the generator, then shoot(): ground drop, lights, camera, rig JSON, layers, raw passes."""
import bpy, bmesh, math, json, time, argparse, os, importlib
import numpy as np
from dataclasses import dataclass, field
from mathutils import Vector, Matrix
from mathutils.bvhtree import BVHTree
from bpy_extras.object_utils import world_to_camera_view as w2c
HERE=os.path.dirname(os.path.abspath(__file__))
a=argparse.Namespace(metal='y18',view='hero',layer='full',stones='',finish='',seed=1); rng=np.random.default_rng(1); S=COL=None; META={}; REGISTRY={}
def piece(slug):
    def reg(fn): REGISTRY[slug]=fn; return fn
    return reg
@dataclass
class Shot:
    """What a generator returns.  stones: [(slot id, object, mm)]; zones: [dict(id,kind,...)], see plane_zone and curve_zone."""
    metal:list; stones:list=field(default_factory=list); zones:list=field(default_factory=list)
    target:tuple=(0,0,.8); focus:tuple=None; frame:float=3.3; elev:float=26; azim:float=0; fstop:float=.36
    ground:str='plaster'; drop:bool=True; strip:bool=False; flags:bool=True
def setup(args):
    global rng,S,COL,META
    a.__dict__.update(vars(args)); rng=np.random.default_rng(a.seed); bpy.ops.wm.read_factory_settings(use_empty=True)
    S=bpy.context.scene; COL=S.collection; META=dict(piece=a.piece,metal=a.metal,finish=a.finish,view=a.view,layer=a.layer)
def chosen(defaults):
    """stones asked for on the command line, padded with the defaults"""
    s=[x for x in a.stones.split(',') if x]; return [s[i] if i<len(s) else d for i,d in enumerate(defaults)]
# ---------- mesh helpers
def obj(name,verts,faces,mat,smooth=True):
    me=bpy.data.meshes.new(name); me.from_pydata([tuple(v) for v in verts],[],faces); me.update()
    if smooth: me.polygons.foreach_set('use_smooth',[True]*len(me.polygons))
    o=bpy.data.objects.new(name,me); COL.objects.link(o)
    if mat: me.materials.append(mat)
    return o
def grid_faces(n,m,cu=True,cv=True):
    f=[]
    for i in range(n if cu else n-1):
        i2=(i+1)%n
        for j in range(m if cv else m-1):
            j2=(j+1)%m; f.append((i*m+j,i2*m+j,i2*m+j2,i*m+j2))
    return f
def smooth_noise(P,freq,seed,oct=3):
    """cheap 3-D sum-of-sines noise, P (n,3) -> n"""
    r=np.random.default_rng(seed); out=np.zeros(len(P)); amp=1.
    for o in range(oct):
        for _ in range(6):
            k=r.standard_normal(3); k/=np.linalg.norm(k); out+=amp*np.sin(P@k*freq*r.uniform(.7,1.3)+r.uniform(0,6.28))/6
        freq*=2; amp*=.5
    return out
def superellipse(n,hw,ht,p):
    t=np.linspace(0,2*np.pi,n,endpoint=False); c,s=np.cos(t),np.sin(t)
    return np.stack([hw*np.sign(c)*np.abs(c)**(2/p), ht*np.sign(s)*np.abs(s)**(2/p)],1)   # (w, radial)
def lathe(name,prof,n,mat,closed=True):
    prof=np.array(prof); th=np.linspace(0,2*np.pi,n,endpoint=False)
    V=[(r*math.cos(t),r*math.sin(t),z) for t in th for r,z in prof]
    return obj(name,V,grid_faces(n,len(prof),True,closed),mat)
def rounded(pts,rad,seg=6,closed=True):
    """round the corners of a 2-D polygon"""
    out=[];P=[np.array(p,float) for p in pts];n=len(P)
    for i in range(n):
        p0,p1,p2=P[i-1],P[i],P[(i+1)%n]; r=rad[i] if hasattr(rad,'__len__') else rad
        d1=(p0-p1);d2=(p2-p1);l1=np.linalg.norm(d1);l2=np.linalg.norm(d2);r=min(r,l1*.49,l2*.49)
        A,B=p1+d1/l1*r,p1+d2/l2*r
        for k in range(seg+1):
            t=k/seg; out.append(tuple((1-t)**2*A+2*t*(1-t)*p1+t*t*B))
    return out
# ---------- materials
def nt(mat): mat.use_nodes=True; t=mat.node_tree; t.nodes.clear(); return t
def metal(name,rough=.13,scratch=.02,brushed=0.):
    """the chosen alloy in the chosen finish; rough, scratch and brushed are the piece's own polish"""
    import surface
    return surface.surface(name,a,rough,scratch,brushed)
def polished(name,rough=.11,scratch=.02,brushed=0.):
    """what no wheel and no brush reaches: chains and their rings are polished in a barrel, whatever the piece's finish"""
    import surface
    return bpy.data.materials.get(name) or surface.surface(name,argparse.Namespace(**{**vars(a),'finish':''}),rough,scratch,brushed)
GEMS=dict( # colour per internal bounce, IOR, dispersion
 garnet=((.74,.06,.06),1.75,.010), amethyst=((.70,.42,.90),1.55,.010), aquamarine=((.62,.90,.94),1.58,.004), diamond=((.985,.985,.99),2.42,0),
 emerald=((.20,.84,.50),1.58,.012), pearl=((.9,.87,.82),1.5,0), ruby=((.93,.10,.20),1.77,.012), peridot=((.58,.80,.14),1.67,.014),
 sapphire=((.20,.36,.93),1.77,.012), tourmaline=((.93,.30,.52),1.63,.012), citrine=((.96,.66,.12),1.55,.010), topaz=((.40,.76,.94),1.62,.004), moonstone=((.9,.93,.97),1.52,0))
CABS=dict( # opaque and milky stones: base, rough, coat, subsurface
 pearl=((.90,.86,.80),.22,.6,.0), moonstone=((.84,.87,.90),.10,1.,.35), opal=((.86,.88,.88),.12,1.,.3), turquoise=((.10,.52,.54),.30,.4,.0), onyx=((.012,.012,.014),.08,1.,.0))
def cab_mat(kind):
    """pearl, moonstone, opal, turquoise: a coated body; sheen, blue glow and play of colour are faked by facing angle and cells"""
    c,ro,coat,sss=CABS[kind]; m=bpy.data.materials.new('gem_'+kind); t=nt(m); N=t.nodes; L=t.links
    out=N.new('ShaderNodeOutputMaterial'); p=N.new('ShaderNodeBsdfPrincipled'); L.new(p.outputs[0],out.inputs[0]); p.inputs['Base Color'].default_value=(*c,1); p.inputs['Roughness'].default_value=ro; p.inputs['Clearcoat'].default_value=coat; p.inputs['Clearcoat Roughness'].default_value=.04
    tc=N.new('ShaderNodeTexCoord'); mix=N.new('ShaderNodeMixRGB'); mix.inputs[1].default_value=(*c,1); L.new(mix.outputs[0],p.inputs['Base Color'])
    if kind=='turquoise': n=N.new('ShaderNodeTexNoise'); n.inputs['Scale'].default_value=14; n.inputs['Detail'].default_value=6; L.new(tc.outputs['Object'],n.inputs[0]); r=N.new('ShaderNodeMapRange'); r.inputs['From Min'].default_value=.56; r.inputs['From Max'].default_value=.62; L.new(n.outputs[0],r.inputs[0]); L.new(r.outputs[0],mix.inputs[0]); mix.inputs[2].default_value=(.16,.36,.34,1)
    elif kind=='opal':
        v=N.new('ShaderNodeTexVoronoi'); v.inputs['Scale'].default_value=26; L.new(tc.outputs['Object'],v.inputs[0]); h=N.new('ShaderNodeHueSaturation'); h.inputs['Saturation'].default_value=1.3; L.new(v.outputs['Color'],h.inputs['Color']); L.new(h.outputs[0],mix.inputs[2]); mix.inputs[0].default_value=.30
        L.new(h.outputs[0],p.inputs['Emission']); p.inputs['Emission Strength'].default_value=.05
    else:
        lw=N.new('ShaderNodeLayerWeight'); lw.inputs[0].default_value=.35; L.new(lw.outputs['Facing'],mix.inputs[0]); mix.inputs[2].default_value={'pearl':(.88,.76,.76,1),'moonstone':(.62,.76,.95,1)}.get(kind,(*c,1))
        if kind=='moonstone': p.inputs['Transmission'].default_value=.45
    return m
def is_cab(kind): return kind in CABS
def gem(kind):
    if kind in CABS: return cab_mat(kind)
    c,ior,dis=GEMS[kind]; m=bpy.data.materials.new('gem_'+kind); t=nt(m); N=t.nodes; L=t.links
    out=N.new('ShaderNodeOutputMaterial')
    def branch(ch,i):
        geo=N.new('ShaderNodeNewGeometry'); mx=N.new('ShaderNodeMixRGB')
        mask=np.array([1,1,1]) if ch is None else np.eye(3)[ch]
        mx.inputs[1].default_value=(*(np.array([.98,.98,.98])*mask),1); mx.inputs[2].default_value=(*(np.array(c)*mask),1)
        L.new(geo.outputs['Backfacing'],mx.inputs[0])
        g=N.new('ShaderNodeBsdfGlass'); g.distribution='SHARP'; g.inputs['IOR'].default_value=i; L.new(mx.outputs[0],g.inputs['Color']); return g
    if dis<.008: g=branch(None,ior)
    else:
        s1=N.new('ShaderNodeAddShader'); s2=N.new('ShaderNodeAddShader')
        L.new(branch(0,ior-dis).outputs[0],s1.inputs[0]); L.new(branch(1,ior).outputs[0],s1.inputs[1]); L.new(s1.outputs[0],s2.inputs[0]); L.new(branch(2,ior+dis*1.3).outputs[0],s2.inputs[1]); g=s2
    lift=dict(diamond=.75,aquamarine=.42,topaz=.30,moonstone=.3).get(kind,.16)
    geo=N.new('ShaderNodeNewGeometry'); dot=N.new('ShaderNodeVectorMath'); dot.operation='DOT_PRODUCT'; dot.inputs[1].default_value=(12.9,27.2,7.7); L.new(geo.outputs['True Normal'],dot.inputs[0])
    fr=N.new('ShaderNodeMath'); fr.operation='FRACT'; L.new(dot.outputs['Value'],fr.inputs[0]); pw=N.new('ShaderNodeMath'); pw.operation='POWER'; pw.inputs[1].default_value=2.2; L.new(fr.outputs[0],pw.inputs[0])
    mu=N.new('ShaderNodeMath'); mu.operation='MULTIPLY'; L.new(pw.outputs[0],mu.inputs[0]); L.new(geo.outputs['Backfacing'],mu.inputs[1]); m2=N.new('ShaderNodeMath'); m2.operation='MULTIPLY'; m2.inputs[1].default_value=lift; L.new(mu.outputs[0],m2.inputs[0])
    em=N.new('ShaderNodeEmission'); em.inputs[0].default_value=(*c,1); L.new(m2.outputs[0],em.inputs[1]); ad=N.new('ShaderNodeAddShader'); L.new(g.outputs[0],ad.inputs[0]); L.new(em.outputs[0],ad.inputs[1])
    L.new(ad.outputs[0],out.inputs[0]); return m
def ground_mat(kind,tile=8.,bump=1.):
    m=bpy.data.materials.new('g_'+kind); t=nt(m); N=t.nodes; L=t.links
    out=N.new('ShaderNodeOutputMaterial'); p=N.new('ShaderNodeBsdfPrincipled'); L.new(p.outputs[0],out.inputs[0]); p.inputs['Roughness'].default_value=.82; p.inputs['Specular'].default_value=.25
    tc=N.new('ShaderNodeTexCoord'); mp=N.new('ShaderNodeMapping'); mp.inputs['Scale'].default_value=(1/tile,)*3; mp.inputs['Rotation'].default_value=(0,0,math.radians(17)); L.new(tc.outputs['Object'],mp.inputs[0])
    for suf,cs in(('col','sRGB'),('h','Non-Color')):
        im=bpy.data.images.load(f'{HERE}/tex/{kind}_{suf}.png'); im.colorspace_settings.name=cs
        n=N.new('ShaderNodeTexImage'); n.image=im; n.interpolation='Cubic'; n.projection='BOX' if kind=='travertine' else 'FLAT'; n.projection_blend=.1 if kind=='travertine' else 0; L.new(mp.outputs[0],n.inputs[0])
        if suf=='col': L.new(n.outputs[0],p.inputs['Base Color'])
        else:
            b=N.new('ShaderNodeBump'); b.inputs['Strength'].default_value={'linen':.55,'plaster':.55,'travertine':.6}[kind]*bump; b.inputs['Distance'].default_value={'linen':.03,'plaster':.05,'travertine':.06}[kind]; L.new(n.outputs[0],b.inputs['Height']); L.new(b.outputs[0],p.inputs['Normal'])
    return m
# ---------- parts
def band(name,R,w,t,p,mat,hammer=0,dents=0,nth=900,npf=72,wav=.004,comfort=.0,taper=None):
    """R inner radius, w width, t thickness; axis = Y, top = +Z"""
    pf=superellipse(npf,w/2,t/2,p); th=np.linspace(0,2*np.pi,nth,endpoint=False)
    TH,PW=np.meshgrid(th,pf[:,0],indexing='ij'); _,PR=np.meshgrid(th,pf[:,1],indexing='ij')
    if taper is not None:
        k=taper(TH); PW=PW*k[0]; PR=PR*k[1]
    rad=R+t/2+PR
    if dents:
        Ro=R+t; cen=[]; r=np.random.default_rng(a.seed+5)
        Lc=2*np.pi*Ro
        while len(cen)<dents:
            best=None
            for _ in range(14):
                c=np.array([r.uniform(0,Lc),r.uniform(-w*.58,w*.58)])
                d=min([np.hypot((abs(c[0]-q[0])+Lc/2)%Lc-Lc/2,c[1]-q[1]) for q in cen] or [9])
                if best is None or d>best[0]: best=(d,c)
            cen.append(best[1])
        cen=np.array(cen); h=np.full(TH.shape,9.); U=TH*Ro
        h=np.zeros(TH.shape); K=0.0011
        acc=np.zeros(TH.shape)
        for c in cen:
            du=(U-c[0]+Lc/2)%Lc-Lc/2; dv=PW-c[1]; ang=r.uniform(0,3.14); e=r.uniform(.85,1.2)
            x=du*math.cos(ang)+dv*math.sin(ang); y=-du*math.sin(ang)+dv*math.cos(ang)
            z=-r.uniform(.8,1.25)*hammer+(x*x*e+y*y/e)/(2*r.uniform(.42,.62))
            acc+=np.exp(-np.clip(z,-.2,.2)/K)
        h=-K*np.log(acc+np.exp(-.002/K))          # smooth minimum of all the hammer faces
        wgt=np.clip((PR/(t/2)+.15)/.6,0,1); wgt=wgt*wgt*(3-2*wgt)
        rad=rad+np.minimum(h,0)*wgt
    P=np.stack([rad*np.sin(TH),PW,rad*np.cos(TH)],2).reshape(-1,3)
    n=smooth_noise(P,2.2,a.seed+1)*wav; n2=smooth_noise(P,2.0,a.seed+2)*wav
    rr=np.hypot(P[:,0],P[:,2]); P[:,0]*=1+n/rr; P[:,2]*=1+n/rr; P[:,1]+=n2
    return obj(name,P,grid_faces(nth,npf),mat)
def brilliant(name,r,mat):
    """round brilliant by plane cuts; girdle radius r, table up, girdle at z=0"""
    bm=bmesh.new(); bmesh.ops.create_cube(bm,size=4)
    gz=.022; rt=.57; A=math.radians
    def cut(n,d):
        n=Vector(n).normalized(); g=bm.verts[:]+bm.edges[:]+bm.faces[:]
        res=bmesh.ops.bisect_plane(bm,geom=g,plane_co=n*d,plane_no=n,clear_outer=True,dist=1e-6)
        e=[x for x in res['geom_cut'] if isinstance(x,bmesh.types.BMEdge)]
        if e: bmesh.ops.contextual_create(bm,geom=e)
    def pl(el,az,d,sgn=1): cut((math.sin(el)*math.cos(az),math.sin(el)*math.sin(az),sgn*math.cos(el)),d)
    for k in range(64): cut((math.cos(k*math.tau/64),math.sin(k*math.tau/64),0),math.cos(math.pi/64))
    hc=(1-rt)*math.tan(A(34.5)); cut((0,0,1),gz+hc)
    for k in range(8):
        az=k*math.tau/8; pl(A(34.5),az,math.sin(A(34.5))+math.cos(A(34.5))*gz); pl(A(40.75),az,math.sin(A(40.75))+math.cos(A(40.75))*gz,-1)
    for k in range(8):
        az=(k+.5)*math.tau/8; pl(A(21),az,math.sin(A(21))*rt*math.cos(math.pi/8)+math.cos(A(21))*(gz+hc))
    for k in range(16):
        az=(k+.5)*math.tau/16; q=math.cos(math.pi/16); pl(A(40.5),az,math.sin(A(40.5))*q+math.cos(A(40.5))*gz); pl(A(42.0),az,math.sin(A(42.0))*q+math.cos(A(42.0))*gz,-1)
    bmesh.ops.scale(bm,vec=(r,r,r),verts=bm.verts[:]); bmesh.ops.recalc_face_normals(bm,faces=bm.faces[:])
    me=bpy.data.meshes.new(name); bm.to_mesh(me); bm.free(); me.materials.append(mat)
    o=bpy.data.objects.new(name,me); COL.objects.link(o); return o
def bezel(name,r,mat,depth=.17):
    prof=rounded([(r*.965,.030*1),(r*.985,.075),(r+.028,.075),(r+.050,-.02),(r+.038,-depth),(r*.55,-depth-.02),(r*.50,-depth*.9),(r*.93,-.03)],[.006,.018,.03,.05,.05,.03,.02,.02])
    o=lathe(name,prof,96,mat)
    co=np.empty(len(o.data.vertices)*3); o.data.vertices.foreach_get('co',co); P=co.reshape(-1,3); P+= (smooth_noise(P*6+hash(name)%97,2.2,a.seed+9)*.0035)[:,None]*np.array([1,1,.6]); o.data.vertices.foreach_set('co',P.ravel()); return o
def disc_mesh(m,R=.85,t=.11,nr=90,nt_=360):
    prof=rounded([(0.0001,t/2),(R,t/2),(R,-t/2),(0.0001,-t/2)],[0,.035,.035,0],8)
    # dense top
    top=[(r,t/2) for r in np.linspace(.002,R-.04,nr)]; prof=top+[p for p in prof if p[0]>R-.036]+[(.002,-t/2)]
    o=lathe('disc',prof,nt_,m,closed=False)
    co=np.empty(len(o.data.vertices)*3); o.data.vertices.foreach_get('co',co); P=co.reshape(-1,3)
    P[:,2]+=smooth_noise(P,2.4,a.seed+3)*.006-.035*(np.hypot(P[:,0],P[:,1])/R)**2; ang=np.arctan2(P[:,1],P[:,0]); rr=np.hypot(P[:,0],P[:,1]); s=1+.006*np.sin(3*ang+1)*(rr/R)**2+.003*np.sin(7*ang)*(rr/R)**3; P[:,0]*=s; P[:,1]*=s
    o.data.vertices.foreach_set('co',P.ravel()); return o
def torus(name,R,r,m,sx=1,sy=1,n=64,k=20,gapless=True):
    th=np.linspace(0,2*np.pi,n,endpoint=False); ph=np.linspace(0,2*np.pi,k,endpoint=False)
    V=[((R*math.cos(t))*sx+r*math.cos(p)*math.cos(t),(R*math.sin(t))*sy+r*math.cos(p)*math.sin(t),r*math.sin(p)) for t in th for p in ph]
    return obj(name,V,grid_faces(n,k),m)
def catmull(P,n):
    P=np.array(P,float); out=[]
    for i in range(1,len(P)-2):
        for t in np.linspace(0,1,n,endpoint=False):
            p0,p1,p2,p3=P[i-1:i+3]; out.append(.5*((2*p1)+(-p0+p2)*t+(2*p0-5*p1+4*p2-p3)*t*t+(-p0+3*p1-3*p2+p3)*t**3))
    return np.array(out)
def chain(path,m,Ll=.20,Wl=.145,d=.036):
    if a.finish and a.finish!='oxidised': m=polished('chain')
    P=catmull(path,200); seg=np.r_[0,np.cumsum(np.linalg.norm(np.diff(P,axis=0),axis=1))]
    base=torus('link',1,d/2,m,sx=(Ll-d)/2,sy=(Wl-d)/2,n=40,k=14); me=base.data; bpy.data.objects.remove(base)
    pitch=Ll-2*d; s=0; k=0; res=[]
    while s<seg[-1]-pitch:
        p=np.array([np.interp(s,seg,P[:,j]) for j in range(3)]); q=np.array([np.interp(s+.02,seg,P[:,j]) for j in range(3)]); tan=Vector(q-p).normalized()
        rot=tan.to_track_quat('X','Z').to_matrix().to_4x4()@Matrix.Rotation(math.radians(45 if k%2 else -45)+rng.normal(0,.10),4,'X')@Matrix.Rotation(rng.normal(0,.05),4,'Z')
        o=bpy.data.objects.new('lk',me); COL.objects.link(o); o.matrix_world=Matrix.Translation(Vector(p)+Vector((rng.normal(0,.003),rng.normal(0,.003),rng.normal(0,.003))))@rot; res.append(o); s+=pitch; k+=1
    return res
# ---------- light
def card(loc,aim,w,h,power,col=(1,1,1),soft=1.4,shape='rect',cam=False):
    m=bpy.data.materials.new('card'); t=nt(m); N=t.nodes; L=t.links
    out=N.new('ShaderNodeOutputMaterial'); e=N.new('ShaderNodeEmission'); L.new(e.outputs[0],out.inputs[0]); e.inputs['Color'].default_value=(*col,1)
    tc=N.new('ShaderNodeTexCoord'); mp=N.new('ShaderNodeMapping'); mp.inputs['Location'].default_value=(-1,-1,0); mp.inputs['Scale'].default_value=(2,2,0); L.new(tc.outputs['Generated'],mp.inputs[0])
    vl=N.new('ShaderNodeVectorMath'); vl.operation='LENGTH'; L.new(mp.outputs[0],vl.inputs[0])
    mr=N.new('ShaderNodeMapRange'); mr.interpolation_type='SMOOTHERSTEP'; mr.inputs['From Min'].default_value=0; mr.inputs['From Max'].default_value=soft; mr.inputs['To Min'].default_value=power; mr.inputs['To Max'].default_value=power*.10; L.new(vl.outputs['Value'],mr.inputs[0]); L.new(mr.outputs[0],e.inputs['Strength'])
    o=obj('card',[(-w/2,-h/2,0),(w/2,-h/2,0),(w/2,h/2,0),(-w/2,h/2,0)],[(0,1,2,3)],m,False)
    loc=Vector(loc); o.matrix_world=Matrix.Translation(loc)@(Vector(aim)-loc).to_track_quat('-Z','Y').to_matrix().to_4x4(); o.visible_camera=cam; return o
def world():
    W=bpy.data.worlds.new('w'); S.world=W; t=W.node_tree if W.use_nodes else None; W.use_nodes=True; t=W.node_tree; t.nodes.clear(); N=t.nodes; L=t.links
    out=N.new('ShaderNodeOutputWorld'); bg=N.new('ShaderNodeBackground'); tc=N.new('ShaderNodeTexCoord'); sx=N.new('ShaderNodeSeparateXYZ'); cr=N.new('ShaderNodeValToRGB')
    L.new(tc.outputs['Generated'],sx.inputs[0]); mr=N.new('ShaderNodeMapRange'); mr.inputs['From Min'].default_value=-.2; mr.inputs['From Max'].default_value=1; L.new(sx.outputs['Z'],mr.inputs[0]); L.new(mr.outputs[0],cr.inputs[0])
    cr.color_ramp.elements[0].color=(.10,.09,.08,1); cr.color_ramp.elements[0].position=.15; cr.color_ramp.elements[1].color=(.62,.61,.60,1); cr.color_ramp.elements[1].position=.95
    e=cr.color_ramp.elements.new(.45); e.color=(.16,.15,.14,1)
    L.new(cr.outputs[0],bg.inputs[0]); bg.inputs[1].default_value=.55; L.new(bg.outputs[0],out.inputs[0])
def flag(loc,w,h):
    """a black card: what a photographer uses to put dark lines into polished metal"""
    m=bpy.data.materials.get('flag') or bpy.data.materials.new('flag'); t=nt(m); o=t.nodes.new('ShaderNodeOutputMaterial'); d=t.nodes.new('ShaderNodeBsdfDiffuse'); d.inputs[0].default_value=(.012,.011,.01,1); t.links.new(d.outputs[0],o.inputs[0])
    f=obj('flag',[(-w/2,-h/2,0),(w/2,-h/2,0),(w/2,h/2,0),(-w/2,h/2,0)],[(0,1,2,3)],m,False); f.matrix_world=Matrix.Translation(loc)@(Vector((0,0,.4))-Vector(loc)).to_track_quat('-Z','Y').to_matrix().to_4x4(); f.visible_camera=False; f.visible_shadow=False; f.visible_diffuse=False
def lights(shot):
    C=(0,0,.4)
    card((-11,7,11),C,13,13,13,(1,.965,.91)); card((12,1,7),C,7,11,2.6,(.93,.965,1.)); card((1,15,9),C,16,5,3.2,(1,.98,.95))
    if shot.strip: card((2.5,13,17) if a.view=='hero' else (6,6,15),C,11,9,3.4,(1,.985,.96),1.15)
    card((-5,-13,5),C,3.,9,2.2,(1,.97,.93))
    if shot.stones:
        for x,y,z,pw in [(-3,-7,13,70),(4,-5,14,60),(7,4,12,60),(-7,0,13,50),(1,3,16,60)]: card((x,y,z),C,1.1,1.1,pw,(1,.98,.95),1.2)
    if shot.flags: flag((-5.5,-2.2,1.2),2.2,3.4); flag((5.2,3.5,1.6),2.,3.)
# ---------- more parts
def place(objs,M):
    for o in objs: o.matrix_world=M@o.matrix_world
def tube(name,P,r,mat,k=16,closed=False):
    """round wire along the points P; r a number or one radius a point"""
    P=np.array(P,float); n=len(P); r=np.broadcast_to(np.asarray(r,float),(n,))
    T=(np.roll(P,-1,0)-np.roll(P,1,0)) if closed else np.gradient(P,axis=0); T/=np.linalg.norm(T,axis=1,keepdims=True)
    u=np.cross(T[0],(0,0,1)); u=u if np.linalg.norm(u)>.1 else np.cross(T[0],(0,1,0)); u/=np.linalg.norm(u); U=[]
    for i in range(n): u=u-T[i]*(u@T[i]); u/=np.linalg.norm(u); U.append(u)
    U=np.array(U); B=np.cross(T,U); ph=np.linspace(0,2*np.pi,k,endpoint=False)
    V=(P[:,None]+r[:,None,None]*(np.cos(ph)[None,:,None]*U[:,None]+np.sin(ph)[None,:,None]*B[:,None])).reshape(-1,3); F=grid_faces(n,k,closed,True)
    if not closed: F+=[tuple(range(k)),tuple(range((n-1)*k,n*k))[::-1]]
    return obj(name,V,F,mat)
def ball(name,r,mat,loc=(0,0,0),sc=(1,1,1),n=32):
    bm=bmesh.new(); bmesh.ops.create_uvsphere(bm,u_segments=n*2,v_segments=n,radius=r); me=bpy.data.meshes.new(name); bm.to_mesh(me); bm.free(); me.polygons.foreach_set('use_smooth',[True]*len(me.polygons)); me.materials.append(mat)
    o=bpy.data.objects.new(name,me); COL.objects.link(o); o.matrix_world=Matrix.Translation(loc)@Matrix.Diagonal((*sc,1)); return o
def stone(name,r,kind):
    """a brilliant, or a domed cabochon for pearl, moonstone, opal, turquoise"""
    if is_cab(kind): return ball(name,r,gem(kind),sc=(1,1,.62))
    return brilliant(name,r,gem(kind))
def bezel_stone(i,r,kind,mat,M):
    b=bezel(f'bez{i}',r,mat); b.matrix_world=M; g=stone(f'gem{i}',r,kind); g.matrix_world=M@Matrix.Translation((0,0,.022))@Matrix.Rotation(rng.normal(0,.02),4,'X'); return b,g
def plane_zone(id,o,M,w,h):
    """flat face of object o: local frame M (origin, x right, y up), w x h in cm"""
    return dict(id=id,kind='plane',obj=o,M=M,w=w,h=h)
def curve_zone(id,o,pts,ups,cap):
    """baseline on a curved surface of o: local points and unit up vectors, cap height in cm"""
    return dict(id=id,kind='curve',obj=o,pts=pts,ups=ups,cap=cap)
# ---------- the picture
def masked(ms,gs,go):
    """red where metal is, green where stones are, black elsewhere; edges and blur as the camera sees them"""
    def flat(name,col):
        m=bpy.data.materials.new(name); t=nt(m); out=t.nodes.new('ShaderNodeOutputMaterial'); e=t.nodes.new('ShaderNodeEmission'); e.inputs[0].default_value=(*col,1); t.links.new(e.outputs[0],out.inputs[0]); return m
    for objs,mat in ((ms,flat('mask-metal',(1,0,0))),(gs,flat('mask-stone',(0,1,0))),([go],flat('mask-ground',(0,0,0)))):
        for o in objs: o.data.materials.clear(); o.data.materials.append(mat)
    for o in S.objects:
        if o.type=='MESH' and o not in ms and o not in gs and o is not go: o.hide_render=True
    S.world.node_tree.nodes['Background'].inputs[1].default_value=0
def shoot(shot,out,size=1000,samples=32,only=None):
    """lights, camera, rig, layer, render; writes out.npz (rgb, alb, nrm) and out.json"""
    import resource
    T0=time.time(); ms=shot.metal; gs=[g for _,g,_ in shot.stones]; bpy.context.view_layer.update()
    if shot.drop:
        zm=min((o.matrix_world@v.co).z for o in ms for v in o.data.vertices); place(ms+gs,Matrix.Translation((0,0,-zm-.002)))
    n=160; X,Y=np.meshgrid(np.linspace(-16,16,n),np.linspace(-12,28,n),indexing='ij'); go=obj('ground',np.stack([X,Y,X*0],2).reshape(-1,3),grid_faces(n,n,False,False),ground_mat(shot.ground))
    if go.data.polygons[0].normal.z<0: go.data.flip_normals()
    if a.finish=='oxidised':      # pointiness and occlusion ask for faces that look outwards
        for me in {o.data for o in ms}: bm=bmesh.new(); bm.from_mesh(me); bmesh.ops.recalc_face_normals(bm,faces=bm.faces[:]); bm.to_mesh(me); bm.free()
    lights(shot); world()
    S.render.resolution_x=S.render.resolution_y=size; S.render.resolution_percentage=100
    cam=bpy.data.cameras.new('c'); co=bpy.data.objects.new('c',cam); COL.objects.link(co); S.camera=co; cam.lens=110; cam.sensor_width=36
    el,az=math.radians(shot.elev),math.radians(shot.azim); tg=Vector(shot.target); co.location=tg+Vector((math.sin(az)*math.cos(el),-math.cos(az)*math.cos(el),math.sin(el)))*(shot.frame*cam.lens/36)
    co.matrix_world=Matrix.Translation(co.location)@(tg-co.location).to_track_quat('-Z','Y').to_matrix().to_4x4(); bpy.context.view_layer.update()
    fp=Vector(shot.focus) if shot.focus else (gs[len(gs)//2].matrix_world.translation if gs else tg)
    cam.dof.use_dof=True; cam.dof.aperture_fstop=shot.fstop; cam.dof.focus_distance=-(co.matrix_world.inverted()@fp).z
    def px(p): v=w2c(S,co,Vector(p)); return [round(v.x,5),round(1-v.y,5)]
    slots=[]
    for sid,g,mm in shot.stones:
        q=np.array([px(g.matrix_world@v.co) for v in g.data.vertices]); c=g.matrix_world.translation; e=px(c+g.matrix_world.to_3x3()@Vector((.1,0,0))); p=px(c)
        (x0,y0),(x1,y1)=q.min(0).round(4).tolist(),q.max(0).round(4).tolist(); slots.append(dict(id=sid,x0=x0,y0=y0,x1=x1,y1=y1,rot=round(math.degrees(math.atan2(e[1]-p[1],e[0]-p[0])),1),mm=mm))
    zones=[]
    for z in shot.zones:
        W=z['obj'].matrix_world
        if z['kind']=='plane':
            Q=W@z['M']; o,x,y=(np.array(px(Q@Vector(v))) for v in ((0,0,0),(1e-1,0,0),(0,1e-1,0))); zones.append(dict(id=z['id'],kind='plane',o=o.round(5).tolist(),ex=((x-o)/1.).round(5).tolist(),ey=((y-o)/1.).round(5).tolist(),wMm=z['w']*10,hMm=z['h']*10))
        else:
            L=float(np.linalg.norm(np.diff(np.array(z['pts']),axis=0),axis=1).sum()); pts=[]
            for p,u in zip(z['pts'],z['ups']):
                b=px(W@Vector(p)); t=px(W@(Vector(p)+Vector(u)*z['cap'])); up=[round(t[0]-b[0],5),round(t[1]-b[1],5)]; pts.append(dict(p=b,up=up,h=round(math.hypot(*up),5)))
            p,q,u=pts[len(pts)//2-1]['p'],pts[len(pts)//2+1]['p'],pts[len(pts)//2]['up']
            if (q[0]-p[0])*u[1]-(q[1]-p[1])*u[0]>0: pts.reverse()      # else the text would read mirrored
            zones.append(dict(id=z['id'],kind='curve',lengthMm=round(L*10,2),capMm=round(z['cap']*10,2),points=pts))
    META.update(size=size,slots=slots,zones=zones,note='plane: image = o + x*ex + y*ey, x and y in mm; curve: baseline p, up vector of one cap height; all in fractions of the picture')
    if a.layer=='base':
        for g in gs: g.hide_render=True
    elif a.layer=='mask': masked(ms,gs,go)
    elif a.layer=='stone':
        S.render.film_transparent=True; S.cycles.film_transparent_glass=False
        for o in ms+[go]: o.is_holdout=True
        keep=[i for i,s in enumerate(slots) if not only or s['id']==only]; pad=.012
        for i,g in enumerate(gs): g.hide_render=i not in keep
        q=[slots[i] for i in keep]; cr=[min(s['x0'] for s in q)-pad,min(s['y0'] for s in q)-pad,max(s['x1'] for s in q)+pad,max(s['y1'] for s in q)+pad]; x0,y0,x1,y1=cr=[round(v*size)/size for v in cr]
        R=S.render; R.use_border=True; R.use_crop_to_border=True; R.border_min_x=x0; R.border_max_x=x1; R.border_min_y=1-y1; R.border_max_y=1-y0; META['crop']=cr
    S.render.engine='CYCLES'; c=S.cycles; c.device='CPU'; c.samples=samples; c.use_adaptive_sampling=True; c.adaptive_threshold=.015; c.use_denoising=False
    c.max_bounces=20; c.diffuse_bounces=3; c.glossy_bounces=6; c.transmission_bounces=18; c.transparent_max_bounces=8
    c.caustics_reflective=True; c.caustics_refractive=False; c.blur_glossy=.6; c.sample_clamp_indirect=6; c.sample_clamp_direct=0; c.pixel_filter_type='BLACKMAN_HARRIS'
    S.view_layers[0].cycles.denoising_store_passes=True
    S.use_nodes=True; t=S.node_tree; t.nodes.clear(); rl=t.nodes.new('CompositorNodeRLayers'); fo=t.nodes.new('CompositorNodeOutputFile'); os.makedirs(os.path.dirname(out),exist_ok=True)
    fo.base_path=os.path.dirname(out); fo.format.file_format='OPEN_EXR'; fo.format.color_depth='32'; fo.format.color_mode='RGBA'; fo.file_slots.clear()
    for sfx,nm in (('rgb','Image'),('alb','Denoising Albedo'),('nrm','Denoising Normal')): fo.file_slots.new(os.path.basename(out)+'_'+sfx+'_'); t.links.new(rl.outputs[nm],fo.inputs[-1])
    T1=time.time(); bpy.ops.render.render(); T2=time.time(); D={}
    for sfx in ('rgb','alb','nrm'):
        f=f'{out}_{sfx}_0001.exr'; im=bpy.data.images.load(f); im.colorspace_settings.name='Non-Color'; w_,h_=im.size; q=np.empty(w_*h_*4,np.float32); im.pixels.foreach_get(q); D[sfx]=q.reshape(h_,w_,4)[::-1]; os.remove(f)
    np.savez(out+'.npz',rgb=D['rgb'],alb=D['alb'][...,:3].astype(np.float16),nrm=D['nrm'][...,:3].astype(np.float16)); json.dump(META,open(out+'.json','w'))
    print('DONE build %.1f render %.1f s, %d MB'%(T1-T0,T2-T1,resource.getrusage(resource.RUSAGE_SELF).ru_maxrss//1024))
