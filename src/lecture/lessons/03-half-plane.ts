import type { Lesson } from '../../document/lesson'

const still = 'free=a,1,1&x=0&t=0&theta=0&slice=0'
const vertical = `v=1&a=1+i&b=1+2i&${still}&cell=1,1&title=Upwards&view=0,5`
const level = 'v=1&a=-1+i&b=1+i&free=a,1,1&slice=0&cell=1,1&title=Side%20by%20side'

export const lesson: Lesson = {
  id: 'half-plane',
  title: 'The half-plane, its geodesics and Möbius maps',
  summary: 'A plane whose ruler shrinks towards its edge, and the maps that keep its distances.',
  steps: [
    {
      title: 'A ruler that shrinks',
      link: vertical,
      caption:
        'Points are now $z=x+iy$ with $y>0$. At height $y$ a short step has its length on paper **divided by** $y$. Straight up from $1+i$ to $1+2i$ that is $\\int_1^2\\frac{dy}{y}=\\ln2\\approx0.69$.',
      look: ['stage', 'product'],
      prediction: {
        question: 'How far is it from $1+i$ to $1+4i$?',
        choices: ['$3$', '$\\ln4\\approx1.39$', '$3\\ln2\\approx2.08$'],
        answer: 1,
        because:
          '$\\int_1^4\\frac{dy}{y}=\\ln4$: twice as far as to $1+2i$. Only the **ratio** of the heights counts; $1+8i$ is another $\\ln2$ away, and the edge $y=0$ is infinitely far.',
        link: `v=1&a=1+i&b=1+4i&${still}&cell=1,1&title=Upwards&view=0,5`,
      },
      notes:
        'Matrices with one entry: the product is a single distance $d(a_{11},b_{11})$. Drag $b_{11}$ down to half the height of $a_{11}$: $0.69$ again. Question: is the real axis part of the plane? No, it is its edge, and so is $\\infty$.',
    },
    {
      title: 'The shortest way',
      link: `v=1&a=-1+i;1+i&b=1+3i&${still}&cell=2,1&title=Side%20by%20side&view=0,4`,
      caption:
        'Two points at height $1$, $-1+i$ and $1+i$. The straight segment between them has hyperbolic length $2$.',
      look: ['stage'],
      prediction: {
        question: 'Which way from the one to the other is the shortest?',
        choices: ['the segment', 'an arc bent upwards', 'an arc bent downwards'],
        answer: 1,
        because:
          'Steps are cheap high up. The arc of the circle $|z|=\\sqrt2$ has length $1.76$. Geodesics are the half-circles with their centre on the real axis, and the vertical lines.',
        link: `${level}&x=0&t=0&theta=0&view=0,4`,
      },
      notes:
        'Compare with a flight from Berlin to Vancouver on a map. Drag $b_{11}$ round $a_{11}$ and watch the arc: it becomes a vertical line when both have the same real part. Question: why not higher still? The climb costs as well.',
    },
    {
      title: 'The distance in one line',
      link: `${level}&x=0&t=0&theta=0&view=0,4`,
      caption:
        '$\\displaystyle d(z,w)=2\\operatorname{arsinh}\\frac{|z-w|}{2\\sqrt{\\mathrm{Im}\\,z\\;\\mathrm{Im}\\,w}}$. Here: $|z-w|=2$, both heights $1$, so $d=2\\operatorname{arsinh}1\\approx1.763$. The same says $\\cosh d=1+\\frac{|z-w|^2}{2\\,\\mathrm{Im}\\,z\\,\\mathrm{Im}\\,w}=3$.',
      look: ['product'],
      notes:
        'The form with $\\cosh$ is good for exact numbers by hand, the one with arsinh for computers: for nearby points $\\mathrm{arcosh}(1+\\dots)$ loses all its digits. Let them check $z=i$, $w=2i$: $\\cosh d=1+\\frac14=\\cosh\\ln2$.',
    },
    {
      title: 'Down to the edge',
      link: `${level}&x=0&t=0&theta=0&view=0,3`,
      caption: 'Both points will sink from height $1$ to height $\\frac1{10}$. On paper they stay $2$ apart.',
      look: ['stage', 'product'],
      prediction: {
        question: 'The distance is $1.76$. What will it be?',
        choices: ['$0.18$', '$1.76$', '$6.00$', '$17.6$'],
        answer: 2,
        because:
          '$2\\operatorname{arsinh}\\frac{2}{2\\cdot0.1}=2\\operatorname{arsinh}10\\approx6.00$. The segment is ten times as long as before, $20$; the geodesic climbs to height $1.005$ and is much shorter.',
        link: 'v=1&a=-1+0.1i&b=1+0.1i&free=a,1,1&x=0&t=0&theta=0&slice=0&cell=1,1&title=At%20the%20edge&view=0,3',
      },
      notes:
        'Why trees fit: near the edge points have little to do with each other, and their geodesics run up and meet, like leaves over their common ancestor. That is lesson 7. Exactly: $5.996$ against $1.763$, a difference of $4.234$; $2\\ln10=4.605$ is what it tends to for still smaller heights.',
    },
    {
      title: 'Möbius maps',
      link: `${level}&x=0&t=0&theta=0&view=0,4`,
      caption:
        'Real $a,b,c,d$ with $ad-bc>0$ give $z\\mapsto\\frac{az+b}{cz+d}$, a map of the half-plane onto itself. We apply $z\\mapsto2z$ to both points: on paper they end up twice as far apart.',
      look: ['element', 'stage', 'product'],
      prediction: {
        question: 'What becomes of the distance $1.76$?',
        choices: ['it doubles', 'it grows by $\\ln2$', 'it stays'],
        answer: 2,
        because:
          'At twice the height the ruler is half as long: $\\frac{|2z-2w|}{2\\sqrt{2\\cdot2}}=\\frac{|z-w|}{2\\sqrt{1\\cdot1}}$. Every Möbius map with $ad-bc>0$ keeps all distances.',
      },
      play: { kind: 'element', link: `${level}&g=2,0,0,1&view=0,4`, seconds: 4 },
      notes:
        'The reason in general: with $ad-bc=1$, $gz-gw=\\frac{z-w}{(cz+d)(cw+d)}$ and $\\mathrm{Im}\\,gz=\\frac{\\mathrm{Im}\\,z}{|cz+d|^2}$, so the quotient in the formula stays. Multiplying all four numbers by $\\lambda\\ne0$ gives the same map.',
    },
    {
      title: 'The inversion',
      link: `${level}&g=0,-1,1,0&view=0,3`,
      caption:
        '$z\\mapsto-\\frac1z$ takes $-1+i$ to $\\frac{1+i}2$ and $1+i$ to $\\frac{-1+i}2$. The circle $|z|=\\sqrt2$ goes to $|z|=\\frac1{\\sqrt2}$: **geodesics go to geodesics**. The distance is still $1.763$.',
      look: ['stage', 'product'],
      notes:
        'Together with $z\\mapsto z+x$ and $z\\mapsto kz$, $k>0$, it makes all Möbius maps of the half-plane. Question: where does $2i$ go? $-\\frac1{2i}=\\frac i2$, in the upper half-plane again. $i$ stays: the map is a half-turn about $i$.',
    },
    {
      title: 'One end only',
      link: `${level}&g=2,0,0,1&move=a&view=0,4`,
      caption:
        'Now $z\\mapsto2z$ moves $A$ only: from $-1+i$ to $-2+2i$, while $1+i$ stays. $\\cosh d=1+\\frac{9+1}{2\\cdot2\\cdot1}=3.5$ instead of $3$, and the distance is $1.92$ instead of $1.76$. An isometry keeps a distance if it moves **both** its ends.',
      look: ['move', 'product'],
      notes:
        'The step that breaks on purpose. Ask whether one can find a Möbius map that moves $a_{11}$ alone and still keeps this one distance: yes, any turn about $b_{11}$. The page says "unchanged" only if the numbers say so.',
    },
    {
      title: 'Three numbers make a Möbius map',
      link: `v=1&a=2i&b=1+3i&free=a,1,1&x=0&t=0&theta=0&slice=0&cell=1,1&title=Turn&view=0,4`,
      caption:
        'Every such map is $g=N(x)A(t)K(\\theta)$: first a turn about $i$, then $z\\mapsto e^tz$, then $z\\mapsto z+x$. So $i$ goes to $x+ie^t$. The turn is by $K(\\theta)=\\begin{pmatrix}\\cos\\theta&-\\sin\\theta\\\\\\sin\\theta&\\cos\\theta\\end{pmatrix}$.',
      look: ['element', 'stage'],
      prediction: {
        question: 'By how much does $K(\\frac\\pi4)$ turn the plane about $i$?',
        choices: ['$45^\\circ$ to the left', '$90^\\circ$ to the left', '$90^\\circ$ to the right'],
        answer: 2,
        because:
          'The derivative of $K(\\theta)$ at $i$ is $\\frac1{(i\\sin\\theta+\\cos\\theta)^2}=e^{-2i\\theta}$: a turn by $-2\\theta$. $K(\\pi)=-1$ is already the identity map.',
      },
      play: {
        kind: 'element',
        link: 'v=1&a=2i&b=1+3i&free=a,1,1&x=0&t=0&theta=pi/4&slice=0&cell=1,1&title=Turn&view=0,4',
        seconds: 4,
      },
      notes:
        'Watch the arrow at $i$, the frame of $g$: its foot is $g\\cdot i$, its direction shows the turn. Dragging it is a complete control of $g$: three numbers, $x$, $t$ and $\\theta$. $2i$ goes to $\\frac{3+4i}5$.',
    },
    {
      title: 'Another picture of the same plane',
      link: `${level}&x=0&t=0&theta=0&view=0,4&beside=disk`,
      caption:
        'The map $z\\mapsto\\frac{z-i}{z+i}$ takes the half-plane to the unit disk. Here it is drawn with $\\infty$ at the top and $0$ at the bottom of the rim. Points, distances and geodesics are the same; only the drawing is another one.',
      look: ['stage'],
      notes:
        'The drawing turns the disk by $90^\\circ$, so that up stays up at its centre, which is $i$. Geodesics of the disk meet the rim at right angles. Drag a point in one picture and watch the other.',
    },
  ],
  exercises: [
    {
      task: 'Find a Möbius map $g$ that takes $i$ to $2+3i$, without a turn. Type its four numbers.',
      link: 'v=1&a=2i&b=1+3i&free=a,1,1&g=1,0,0,1&slice=0&cell=1,1&title=To%202%20%2B%203i&view=1,5',
      solution: 'v=1&a=2i&b=1+3i&free=a,1,1&g=3,2,0,1&slice=0&cell=1,1&title=To%202%20%2B%203i&view=1.5,12',
      because:
        '$z\\mapsto3z+2$, with $ad-bc=3>0$. All others are this one after a turn $K(\\theta)$ about $i$.',
    },
    {
      task: 'Move $b_{11}$ straight **down** so that its distance from $a_{11}=1+2i$ is the same as now.',
      link: `v=1&a=1+2i&b=1+4i&${still}&cell=1,1&title=Straight%20down&view=0,5`,
      solution: `v=1&a=1+2i&b=1+i&${still}&cell=1,1&title=Straight%20down&view=0,5`,
      because:
        'The distance is $\\ln\\frac42=\\ln2$, and $\\ln\\frac21$ is the same: the ratio of the heights counts, so the answer is $1+i$.',
    },
    {
      task: 'Turn the plane about $i$ by $90^\\circ$ to the **left**.',
      link: 'v=1&a=2i&b=1+3i&free=a,1,1&x=0&t=0&theta=0&slice=0&cell=1,1&title=To%20the%20left&view=0,4',
      solution:
        'v=1&a=2i&b=1+3i&free=a,1,1&x=0&t=0&theta=-pi/4&slice=0&cell=1,1&title=To%20the%20left&view=0,4',
      because:
        '$-2\\theta=90^\\circ$ gives $\\theta=-\\frac\\pi4$; $\\theta=\\frac{3\\pi}4$ is the same map. The page says "rotation angle 90.0°".',
    },
  ],
}
