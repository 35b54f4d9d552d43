import type { Lesson } from '../../document/lesson'

/** A and B both hold three points, and C* says that they shall be 1 apart. */
const tied = 'target=0,1,1;1,0,1;1,1,0&slice=0'
const triangle = `v=1&a=1.76878i;-0.354988+0.681234i;0.354988+0.681234i&b=1.76878i,-0.354988+0.681234i,0.354988+0.681234i&${tied}`
const rest = '&g=1,0,0,1&cell=1,2'
const mirrored = `${triangle}&reflected=1&cell=1,2`
const halfWay = `v=1&a=1.76878i;0.681234i;0.681234i&b=1.76878i,0.681234i,0.681234i&${tied}${rest}`
const inARow = `v=1&a=1+2.718281828i;1+i;1+0.3678794412i&b=1+2.718281828i,1+i,1+0.3678794412i&${tied}${rest}`
const least = `v=1&a=1+1.947734041i;1+i;1+0.513417119i&b=1+1.947734041i,1+i,1+0.513417119i&${tied}${rest}`
const wider =
  'v=1&a=1+1.947734041i;1+i;1+0.513417119i&b=1+1.947734041i,1+i,1+0.513417119i&target=0,2,2;2,0,2;2,2,0&slice=0&g=1,0,0,1&cell=1,2'
const trained = 'v=1&preset=tree7&g=1,0,0,1&slice=0'

export const lesson: Lesson = {
  id: 'the-pass',
  title: 'The pass that cannot be lowered',
  summary: 'What an element can do to a barrier between two minima, and what it cannot.',
  steps: [
    {
      title: 'A triangle',
      link: `${triangle}${rest}`,
      caption:
        'Three points shall be $t = 1$ apart: $L = \\tfrac12 \\sum (d_{ij} - t)^2$ over the three pairs. Here they are, so $L = 0$. $A$ and $B$ both hold the three points, so that $C$ shows their distances (corner $k$ is $a_{k1}$ and $b_{1k}$); the loss on the page is the mean over its nine entries, $\\tfrac49 L$.',
      look: ['stage', 'product'],
      notes:
        'The coordinates have six decimals, so L is below 10⁻¹². All equilateral triangles of side 1 with this sense of rotation are one orbit of PSL(2,R): two corners can be put anywhere at distance 1, the third follows.',
    },
    {
      title: 'Its mirror image',
      link: `${mirrored}&g=1,0,0,1`,
      caption:
        'The mirror image is a minimum as well: the same distances, $L = 0$. The corners $2$ and $3$ have changed sides, while corner $1$ stays above.',
      look: ['stage'],
      prediction: {
        question: 'Is there a Möbius map that takes each corner to its mirror image?',
        choices: [
          'Yes: the sides are equal',
          'Yes: half a turn about the middle',
          'No: they keep the sense of rotation',
        ],
        answer: 2,
        because:
          'The isometry between the two is unique, and it is the reflection. So the minima are **two** orbits of $\\mathrm{PSL}(2,\\mathbb R)$, and any way between them has to leave the minima.',
      },
      notes:
        'With reflections in the group it is one orbit in two pieces, and there is still no way from one to the other inside it. Hollow marks are the base, filled ones the mirror image.',
    },
    {
      title: 'Straight to the mirror image',
      link: `${mirrored}&g=1,0,0,1`,
      caption: 'Each corner goes in a straight line to its place in the mirror image, all at once.',
      look: ['stage', 'loss'],
      prediction: {
        question: 'What is $L$ half way?',
        choices: ['$0$', '$1/6$', 'About $0.50$'],
        answer: 2,
        because:
          'Corners $2$ and $3$ meet: one distance is $0$, the others are $0.954$, so $L = \\tfrac12(1 + 2 \\cdot 0.046^2) = 0.502$, on the page $\\tfrac49 L = 0.223$. It is the highest on the way: the barrier.',
        link: halfWay,
      },
      notes: 'The distance 0.954 is ln(1.76878/0.681234).',
    },
    {
      title: 'Move one end',
      link: `${mirrored}&g=1,0,0,1`,
      caption:
        'Before we go, the mirror image is moved by $z \\mapsto -1/z$, half a turn about $i$. It is as good as before, and now we go straight to where it lies.',
      look: ['stage', 'element'],
      prediction: {
        question: 'How high is the barrier on this straight line?',
        choices: ['$0.502$: $g$ is a symmetry', '$0.250$', 'Below $0$'],
        answer: 1,
        because:
          'Half as high. $g$ does not take straight lines to straight lines, so it is another way. Here the paper is right: a barrier on a straight line depends on $g$. Over many $g$ it runs from $0.250$ to $0.536$.',
        link: `${mirrored}&g=0,-1,1,0`,
      },
      notes: 'So how low can it get? Let the room guess: below 0?',
    },
    {
      title: 'A negative height?',
      link: `${triangle}${rest}`,
      caption:
        'The paper hopes for a barrier of negative height "in some better case". A barrier is the largest rise of the loss on the way above the line between its values at the two ends.',
      look: ['stage'],
      prediction: {
        question: 'When is it negative?',
        choices: ['For a good $g$', 'If one end is lower than the other', 'Never'],
        answer: 2,
        because:
          'The ends are on the way, and there the rise is $0$; the largest is at least that. A way that only goes down has barrier $0$, not less.',
      },
      notes:
        'The same with the mean of the ends in place of the line: the higher end is at least as high as the mean.',
    },
    {
      title: 'What every way passes',
      link: inARow,
      caption:
        'The triangle turns its corners anticlockwise, the mirror image clockwise. The sense of rotation does not change while three points form a triangle. So **every** way has a moment when the three lie on one geodesic, and one distance is the sum of the two others.',
      look: ['stage', 'product'],
      notes:
        'Or two corners meet, which is a case of it: 0 + d = d. No g on an end changes this: a Möbius map keeps the sense. Here the points lie at heights e, 1, 1/e, with distances 1, 1 and 2, and L = 1/2.',
    },
    {
      title: 'The cheapest row',
      link: inARow,
      caption: 'Three points in a row, $d_{13} = d_{12} + d_{23}$. Here $1 + 1 = 2$, and $L = \\tfrac12$.',
      look: ['stage', 'loss'],
      prediction: {
        question: 'What is the least $L$ of three points in a row, when $t$ is wanted?',
        choices: ['$0$', '$t^2/6$', '$t^2/2$: two distances right, one wrong'],
        answer: 1,
        because:
          'By symmetry $d_{12} = d_{23} = u$. The derivative of $(u-t)^2 + \\tfrac12(2u-t)^2$ is $0$ at $u = 2t/3$. Each distance is then off by $t/3$, and $L = \\tfrac12 \\cdot 3 \\cdot t^2/9 = t^2/6$.',
        link: least,
      },
      notes:
        'The function is convex in (d12, d23) and symmetric, so the least one has both equal. For t = 1: distances 2/3, 2/3, 4/3; the page shows 4/9 · 1/6 = 2/27 = 0.0741.',
    },
    {
      title: 'The pass',
      link: least,
      caption:
        'The height of the **pass** is the least of the highest loss, over all ways from one minimum to the other. A way that goes down from here on both sides exists, so that the pass is exactly $t^2/6 = 0.1667$.',
      look: ['experiment'],
      prediction: {
        question: 'How much lower can an element $g$ on one end make the pass?',
        choices: ['As low as one likes', 'A little, by how much depends on $g$', 'Not at all'],
        answer: 2,
        because:
          '$g$ is joined to the identity by elements, and along the orbit $L$ stays $0$: that part of a way is free. So the pass is the same for every $g$. Straight lines vary, and none is below it.',
        link: `${least}&experiment=pass`,
      },
      notes:
        'The way down: let the sides go straight from (2t/3, 2t/3, 4t/3) to (t, t, t); the triangle inequality holds all the way, and L falls as the square. On the other side the mirror image of that.',
    },
    {
      title: 'No way down opens',
      link: trained,
      caption:
        'At a minimum, could $g$ turn a direction that goes up into one that goes down? The Hessian at $gW$ is $J^{-\\mathsf T} H J^{-1}$, with $J$ the Jacobian of $g$.',
      look: ['experiment'],
      prediction: {
        question: 'A Hessian at $W$ has $17$ positive and $3$ zero eigenvalues. And at $gW$?',
        choices: [
          'The same eigenvalues',
          'Others, but $17$ positive and $3$ zero',
          'For some $g$ one is negative',
        ],
        answer: 1,
        because:
          'Sylvester’s law of inertia: the signs stay. The sizes do not, $z \\mapsto 2z$ divides all by $4$: sharp or flat is no property of the model. The three zeros are the directions of the orbit.',
        link: `${trained}&experiment=curvature`,
      },
      notes:
        'The experiment uses a small model that fits exactly, 20 numbers: 5 points in A and 5 in B. In the metric the eigenvalues are the same at every g.',
    },
    {
      title: 'Between trained heads',
      link: trained,
      caption:
        'Two trained heads, drawings of one tree that differ at one node. One of them is moved by many elements $g$.',
      look: ['experiment'],
      prediction: {
        question: 'What does the barrier between them do?',
        choices: [
          'It stays, as $g$ changes no loss',
          'It changes, but not if aligned first',
          'For some $g$ it vanishes',
        ],
        answer: 1,
        because:
          'On straight lines it runs from about $0.2$ to more than $1$ nat. Aligned first, it is $0.33$ for every $g$, since aligning undoes it. No barrier seen is $0$, and none is negative.',
        link: `${trained}&experiment=barriers`,
      },
      notes:
        'On a straight line only the turn in g matters for the highest loss: choose the elements z ↦ λz + μ in the experiment. The aligned barrier is not the pass: a lower way may exist.',
    },
  ],
  exercises: [
    {
      task: 'Side $t = 2$ is wanted. Put three points in a row so that $L$ is as small as it can be there: $4/6$.',
      link: wider,
      solution:
        'v=1&a=1+3.793667895i;1+i;1+0.2635971381i&b=1+3.793667895i,1+i,1+0.2635971381i&target=0,2,2;2,0,2;2,2,0&slice=0&g=1,0,0,1&cell=1,2',
      because:
        'Neighbours are $2t/3 = 4/3$ apart, for instance at the heights $e^{4/3}$, $1$, $e^{-4/3}$. The page shows $\\tfrac49 \\cdot \\tfrac46 = 8/27 = 0.296$.',
    },
    {
      task: 'Bring the mirror image back as far as a Möbius map can: corners $1$ and $2$ onto corners $1$ and $2$ of the triangle.',
      link: `${mirrored}&g=1,0,0,1`,
      solution: `${triangle}&reflected=1&g=3.5754538822,-3.1285826884,1,3.5754538822&cell=1,2`,
      because:
        'Two points can be taken to any two at the same distance, in one way only. The third corner is then on the other side of the edge: the triangle is folded over, and no element is left to bring it home.',
    },
    {
      task: 'Let the experiment show a pass of height $1.5$.',
      link: `${triangle}${rest}&experiment=pass`,
      solution: `${triangle}${rest}&experiment=pass,side=3`,
      because: '$t^2/6 = 1.5$ for $t = 3$.',
    },
  ],
}
