import type { Lesson } from '../../document/lesson'

const pair = 'v=1&a=1+2i&b=-1+2i&free=a,1,1&cell=1,1&slice=0'
/** z ↦ x - 1/z. Its points move to x ± 1 + i. */
const wall = 'v=1&a=0.5+0.5i&b=-0.5+0.5i&free=a,1,1&cell=1,1&slice=0&title=The%20wall&view=1.5,4.4'
const traced = 'v=1&a=-1+i&b=-0.5+i&free=a,1,1&cell=1,1&slice=0&title=The%20trace%20tells&view=0.5,4'
const turned =
  'v=1&a=2i;4i&b=-2+2i,1+4i&free=a,1,1&cell=2,1&slice=0&move=a&title=A%20turn%20about%202i&view=0,5'

export const lesson: Lesson = {
  id: 'three-kinds',
  title: 'Three kinds of isometry and the wall between them',
  summary: 'Turns, translations along an axis, and the thin wall between the two.',
  steps: [
    {
      title: 'Elliptic: a turn',
      link: `${pair}&g=1,-1,1,1&time=0&flow=1&title=A%20turn&view=0,5`,
      caption:
        '$g=\\begin{pmatrix}1&-1\\\\1&1\\end{pmatrix}$ fixes one point **inside** the plane, $i$, and turns everything about it by $90^\\circ$ to the right. The flow $g^t$ runs round circles; after $t=4$ everything is back.',
      look: ['stage', 'element'],
      play: { kind: 'flow', from: 0, to: 3, seconds: 6 },
      notes:
        'These are hyperbolic circles about $i$: round, but their centre on paper lies higher. The typed matrix has determinant 2; $\\frac1{\\sqrt2}g=K(\\frac\\pi4)$ is the same map. The animation stops at three quarters of a turn.',
    },
    {
      title: 'Hyperbolic: along an axis',
      link: `${pair}&g=2,0,0,1&time=0&flow=1&title=Along%20an%20axis&view=0,5`,
      caption:
        '$z\\mapsto2z$ fixes no point inside, but two on the edge: $0$ and $\\infty$. It moves its **axis**, the geodesic between them, along itself by $\\ell=\\ln2$. Points off the axis move farther than $\\ell$.',
      look: ['stage', 'element'],
      play: { kind: 'flow', from: 0, to: 1, seconds: 4 },
      notes:
        'At distance $\\delta$ from the axis a point moves by $d$ with $\\sinh\\frac d2=\\sinh\\frac\\ell2\\,\\cosh\\delta$. $\\ell$ is the least displacement, the translation length. Question: which is attracting? $\\infty$: for $t\\to\\infty$ everything goes there.',
    },
    {
      title: 'Parabolic: neither',
      link: `${pair}&g=1,1,0,1&time=0&flow=1&title=Neither&view=0,5`,
      caption:
        '$z\\mapsto z+1$ fixes $\\infty$ only. It moves $x+iy$ by $d=2\\operatorname{arsinh}\\frac1{2y}$: by $0.96$ at height $1$, by $0.49$ at height $2$.',
      look: ['stage', 'element'],
      prediction: {
        question: 'How far does it move a point at least?',
        choices: [
          'by $1$',
          'by $0$: it fixes a point',
          'there is no least: by any $\\varepsilon>0$, never by $0$',
        ],
        answer: 2,
        because:
          'Higher up it moves less and less, but no point of the plane stays. A turn reaches its least displacement $0$, a hyperbolic map its least $\\ell>0$; a parabolic one reaches none.',
      },
      play: { kind: 'flow', from: 0, to: 1, seconds: 4 },
      notes:
        'The flow lines are the lines $y=$ constant, horocycles at $\\infty$. On paper this is a translation by 1 everywhere, hence the first choice. Every parabolic map is $z\\mapsto z+1$ or $z\\mapsto z-1$ in suitable coordinates.',
    },
    {
      title: 'The trace tells',
      link: `${traced}&g=1,0,0,1`,
      caption:
        'Fixed points solve $cz^2+(d-a)z-b=0$. With $ad-bc=1$ the discriminant is $(a+d)^2-4$. So $|a+d|<2$: elliptic; $=2$: parabolic (or the identity); $>2$: hyperbolic.',
      look: ['element'],
      prediction: {
        question: 'Which kind is $\\begin{pmatrix}2&1\\\\1&1\\end{pmatrix}$?',
        choices: ['elliptic', 'parabolic', 'hyperbolic'],
        answer: 2,
        because:
          'Determinant $1$, trace $3>2$. Its fixed points solve $z^2-z-1=0$: the golden ratio $1.618$ and $-0.618$. From $2\\cosh\\frac\\ell2=3$ follows $\\ell\\approx1.92$.',
        link: `${traced}&g=2,1,1,1`,
      },
      notes:
        'If the determinant is not 1, divide by its root first: $z\\mapsto2z$ has the matrix $\\mathrm{diag}(2,1)$ with determinant 2 and trace $3/\\sqrt2\\approx2.12$. $g$ and $-g$ are the same map, hence $|a+d|$, and hence two walls on the trace line.',
    },
    {
      title: 'Three times round',
      link: `${pair}&g=0,-1,1,1&time=0&flow=1&title=Three%20times&view=0,4`,
      caption:
        '$g=\\begin{pmatrix}0&-1\\\\1&1\\end{pmatrix}$, that is $z\\mapsto-\\frac1{z+1}$, has trace $1$: elliptic. It fixes $\\frac{-1+i\\sqrt3}2$.',
      look: ['element', 'stage'],
      prediction: {
        question: 'What is $g^3$?',
        choices: ['a turn by $60^\\circ$', 'the identity', '$-1$, so not the identity'],
        answer: 1,
        because:
          '$g^2=\\begin{pmatrix}-1&-1\\\\1&0\\end{pmatrix}$ and $g^3=-1$ as a matrix. But $\\frac{-z}{-1}=z$: as a map it is the identity. $g$ turns by $-120^\\circ$.',
      },
      play: { kind: 'flow', from: 0, to: 3, seconds: 6 },
      notes:
        'From the trace: $2\\cos\\frac\\varphi2=1$ gives $|\\varphi|=120^\\circ$. The third choice is why the group is called $\\mathrm{PSL}(2,\\mathbb R)$: matrices of determinant 1 up to sign. Watch the flow stop at $t=3$ where it began.',
    },
    {
      title: 'Through the wall',
      link: `${wall}&g=1,-1,1,0`,
      caption:
        'The maps $z\\mapsto x-\\frac1z$ have trace $x$. At $x=1$ it is elliptic and fixes $\\frac{1+i\\sqrt3}2$, on the unit circle. Now $x$ grows from $1$ to $3$, through the wall at $x=2$.',
      look: ['element', 'stage'],
      prediction: {
        question: 'What does the fixed point do?',
        choices: [
          'it runs up to $\\infty$',
          'it runs into the edge and splits in two',
          'it jumps to the edge',
        ],
        answer: 1,
        because:
          '$z^2-xz+1=0$: its two roots multiply to $1$. Up to $x=2$ one of them is $z$ on the unit circle, the other $\\bar z$. At $x=2$ both are $1$; beyond they part along the edge, to $0.38$ and $2.62$ at $x=3$.',
      },
      play: { kind: 'element', link: `${wall}&g=3,-1,1,0`, seconds: 8 },
      notes:
        'Stop the slider $x$ at 2: parabolic, fixes 1 only. For hands: drag the two fixed points of the hyperbolic map into each other, that is the wall from the other side. The turn $\\theta$ stays all the way.',
    },
    {
      title: 'How steep is the wall?',
      link: `${wall}&g=2,-1,1,0`,
      caption:
        'On the wall: $z\\mapsto2-\\frac1z$ has trace $2$, translation length $0$. We go a little beyond it, to trace $2.01$.',
      look: ['element'],
      prediction: {
        question: 'What is the translation length there?',
        choices: ['$0.01$', '$0.02$', '$0.20$'],
        answer: 2,
        because:
          '$2\\cosh(\\ell/2)\\approx2+\\ell^2/4$, so $\\ell\\approx2\\sqrt{\\mathrm{tr}-2}=2\\sqrt{0.01}=0.2$. A root: near the wall the length changes infinitely fast with the trace.',
        link: `${wall}&g=2.01,-1,1,0`,
      },
      notes:
        'Therefore an error of $10^{-16}$ in the trace is one of $10^{-8}$ in the length. The page never computes $\\ell$ as $2\\,\\mathrm{arcosh}\\frac{\\mathrm{tr}}2$. It says "parabolic" only within the rounding of the four numbers.',
    },
    {
      title: 'A only, and a fixed point',
      link: `${turned}&g=2,-4,1,2&time=0`,
      caption:
        'Whatever its kind, an isometry of **both** factors keeps the product. Now $A=\\begin{pmatrix}2i\\\\4i\\end{pmatrix}$ moves **alone**, by a turn about $2i$, by $90^\\circ$ to the right.',
      look: ['move', 'product', 'stage'],
      prediction: {
        question: 'Which entries of $A\\odot B$ change?',
        choices: ['none', 'those of row 2', 'all four'],
        answer: 1,
        because:
          '$2i$ is fixed, so row 1 keeps its distances. $4i$ goes to $1.2+1.6i$, and row 2 changes. One row that stays is no proof that the model does.',
      },
      play: { kind: 'flow', from: 0, to: 1, seconds: 5 },
      notes:
        'The step that breaks on purpose. The flow turns about $2i$ all the way, so row 1 never changes. Question: can a hyperbolic or parabolic map do the same? They fix no point of the plane, so every row would move.',
    },
  ],
  exercises: [
    {
      task: 'Find a **parabolic** map that fixes $0$ and nothing else.',
      link: `${pair}&g=1,0,0,1&title=Fix%200&view=0,4`,
      solution: `${pair}&g=1,0,1,1&title=Fix%200&view=0,4`,
      because:
        '$z\\mapsto\\frac z{z+1}$: trace $2$, and $cz^2+(d-a)z-b=z^2$ has the double root $0$. Any $c\\ne0$ will do.',
    },
    {
      task: 'Find a **hyperbolic** map with the fixed points $1$ and $-1$ and the translation length $2\\ln2\\approx1.39$.',
      link: `${pair}&g=1,0,0,1&title=Fix%201%20and%20-1&view=0,4`,
      solution: `${pair}&g=5,3,3,5&title=Fix%201%20and%20-1&view=0,4`,
      because:
        '$a=d$ and $b=c$ give $z^2=1$. Determinant $16$, so the trace is $\\frac{10}4=2.5=2\\cosh\\ln2$. Its inverse, $5,-3,-3,5$, is the other solution.',
    },
    {
      task: 'Find the half-turn (by $180^\\circ$) about $2i$.',
      link: `${pair}&g=1,0,0,1&title=Half-turn%20about%202i&view=0,5`,
      solution: `${pair}&g=0,-4,1,0&title=Half-turn%20about%202i&view=0,5`,
      because: '$z\\mapsto-\\frac4z$: trace $0$, and $z^2=-4$ gives $z=2i$. Twice it is the identity.',
    },
  ],
}
