"""The metal's surface: an alloy's colour, and how it is left. Finishes are those of lib/domain/finish.ts; '' is the piece as it was modelled."""
import bpy, math
METALS=dict(y18=((1.00,.735,.355),.0),r14=((.965,.64,.50),.0),wg=((.74,.715,.675),.0),ag=((.915,.900,.865),.0),pt=((.70,.69,.675),.0),y9=((.95,.80,.52),.0),y14=((.985,.785,.45),.0))
OXIDE=(.050,.048,.052,1)
PATINA=dict([('coordinates-tag-necklace',.42)])      # flat pieces have no hollows: their patina is all over, and rubbed back
LINES={'engraved-cuff':(1.2,1.2,28),'coordinates-tag-necklace':(45,1.2,1.2),'name-bar-necklace':(1.2,38,1.2)}     # along the cuff, down the tag; some three pixels apart
ACROSS=(1.4,55,1.4)
def surface(name,a,rough,scratch,brushed):
    m=bpy.data.materials.new(name); m.use_nodes=True; t=m.node_tree; t.nodes.clear(); N=t.nodes; L=t.links
    finish=a.finish
    if finish in('polished','hammered'): rough,scratch,brushed=min(rough,.11),.02,0.
    if finish=='satin': rough,scratch,brushed=.36,.05,.2
    if finish=='brushed': rough,scratch,brushed=.25,.03,0.
    if finish=='oxidised': rough=max(rough,.17)
    out=N.new('ShaderNodeOutputMaterial'); p=N.new('ShaderNodeBsdfPrincipled'); L.new(p.outputs[0],out.inputs[0])
    p.inputs['Base Color'].default_value=(*METALS[a.metal][0],1); p.inputs['Metallic'].default_value=1
    tc=N.new('ShaderNodeTexCoord')
    n1=N.new('ShaderNodeTexNoise'); n1.inputs['Scale'].default_value=3.5; n1.inputs['Detail'].default_value=5; n1.inputs['Roughness'].default_value=.62; L.new(tc.outputs['Object'],n1.inputs['Vector'])
    mr=N.new('ShaderNodeMapRange'); mr.inputs['From Min'].default_value=.3; mr.inputs['From Max'].default_value=.72
    mr.inputs['To Min'].default_value=rough*(1.0 if a.metal in('ag','pt') else .8); mr.inputs['To Max'].default_value=rough*1.3; L.new(n1.outputs['Fac'],mr.inputs['Value']); L.new(mr.outputs[0],p.inputs['Roughness'])
    prev=None
    def bumps(scale,rot,strength,distance,detail=3):
        nonlocal prev
        mp=N.new('ShaderNodeMapping'); mp.inputs['Scale'].default_value=scale; mp.inputs['Rotation'].default_value=(rot,rot*.7,rot*1.3); L.new(tc.outputs['Object'],mp.inputs['Vector'])
        n=N.new('ShaderNodeTexNoise'); n.inputs['Scale'].default_value=1.6; n.inputs['Detail'].default_value=detail; L.new(mp.outputs[0],n.inputs['Vector'])
        b=N.new('ShaderNodeBump'); b.inputs['Strength'].default_value=strength; b.inputs['Distance'].default_value=distance; L.new(n.outputs['Fac'],b.inputs['Height'])
        if prev: L.new(prev.outputs[0],b.inputs['Normal'])
        prev=b
    for k,(sc,rot) in enumerate([((4,90,40),.35),((70,5,60),1.1),((30,110,3.5),2.2)]):   # fine polishing lines in three directions
        bumps(sc,rot,min(1,scratch*10),.0006*(1+6*brushed if k==0 else 1))
    lines=LINES.get(a.piece,ACROSS)
    if finish=='brushed' or finish=='oxidised' and a.piece in PATINA: bumps(lines,0,1,.0034,2); bumps([v*.45 for v in lines],.02,1,.0044,2)
    if finish=='satin': bumps((95,95,95),.4,1,.0013,2)         # the grain of a glass-bead or pumice finish
    if finish=='oxidised': oxidise(N,L,p,mr,a)
    L.new(prev.outputs[0],p.inputs['Normal'])
    return m
def oxidise(N,L,p,mr,a):
    """dark where a polishing wheel doesn't reach: hollows between parts (occlusion) and dips of the surface (pointiness)"""
    def math_(op,x,y,clamp=False):
        n=N.new('ShaderNodeMath'); n.operation=op; n.use_clamp=clamp
        for i,v in enumerate((x,y)):
            if isinstance(v,(int,float)): n.inputs[i].default_value=v
            else: L.new(v,n.inputs[i])
        return n.outputs[0]
    def ramp(v,lo,hi):
        r=N.new('ShaderNodeMapRange'); r.clamp=True; r.inputs['From Min'].default_value=lo; r.inputs['From Max'].default_value=hi; L.new(v,r.inputs['Value']); return r.outputs[0]
    ao=N.new('ShaderNodeAmbientOcclusion'); ao.samples=6; ao.inputs['Distance'].default_value=.11
    geo=N.new('ShaderNodeNewGeometry'); tc=N.new('ShaderNodeTexCoord'); noise=N.new('ShaderNodeTexNoise'); noise.inputs['Scale'].default_value=5; noise.inputs['Detail'].default_value=4; L.new(tc.outputs['Object'],noise.inputs['Vector'])
    hollow=ramp(ao.outputs['AO'],.95,.60); dip=ramp(geo.outputs['Pointiness'],.508,.492)
    worn=math_('MULTIPLY',math_('SUBTRACT',noise.outputs['Fac'],.5),.5)
    if a.piece in PATINA:
        mp=N.new('ShaderNodeMapping'); mp.inputs['Scale'].default_value=LINES.get(a.piece,ACROSS); L.new(tc.outputs['Object'],mp.inputs['Vector']); line=N.new('ShaderNodeTexNoise'); line.inputs['Scale'].default_value=1.6; line.inputs['Detail'].default_value=2; L.new(mp.outputs[0],line.inputs['Vector'])
        worn=math_('ADD',math_('MULTIPLY',math_('SUBTRACT',noise.outputs['Fac'],.5),.25),math_('MULTIPLY',math_('SUBTRACT',line.outputs['Fac'],.5),1.1))
    dark=math_('ADD',math_('ADD',math_('MAXIMUM',hollow,math_('MULTIPLY',dip,.85)),PATINA.get(a.piece,.20)),worn,True)
    mix=N.new('ShaderNodeMixRGB'); mix.inputs[1].default_value=(*METALS[a.metal][0],1); mix.inputs[2].default_value=OXIDE; L.new(dark,mix.inputs[0]); L.new(mix.outputs[0],p.inputs['Base Color'])
    rough=math_('ADD',mr.outputs[0],math_('MULTIPLY',dark,.22)); L.new(rough,p.inputs['Roughness'])
