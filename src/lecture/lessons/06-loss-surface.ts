import type { Lesson } from '../../document/lesson'

const rest = 'free=a,1,1&cell=1,1&x=0&t=0&theta=0&view=0.5,5.4'
const one = `v=1&a=2+2i&b=2i&${rest}&title=One%20distance`
const two = `v=1&a=2+2i&b=2i,4i&${rest}&title=Two%20distances`
const three = 'v=1&a=2+2i&b=2i,4i,-2+i&free=a,1,1&cell=1,1&title=Three%20distances'
const still = `${three}&x=0&t=0&theta=0&view=0.5,5.4`
const shifted = `${three}&x=1&t=0&theta=0&view=0.5,5.4`
const onLine = 'v=1&space=line&a=0;2&b=3,7&free=a,1,1&cell=1,1&title=On%20the%20line&view=2.5,12'

export const lesson: Lesson = {
  id: 'loss-surface',
  title: 'The loss surface moves, the loss does not',
  summary: 'What becomes of a picture of the loss when an isometry moves the model, and what does not.',
  steps: [
    {
      title: 'One distance has to be right',
      link: `${one}&slice=0&projection=sliders`,
      caption:
        'The loss is $L=\\frac1{nm}\\sum_{k,l}(c_{kl}-c^*_{kl})^2$. The target $C^*$ is held at what the model has now, so $L=0$. Here $A$ and $B$ have one entry each, $d(2+2i,2i)\\approx0.96$. We set $a_{11}$ **free**, at any $z$.',
      look: ['stage'],
      prediction: {
        question: 'Where may $z$ be with $L=0$?',
        choices: ['only at $2+2i$', 'at two points', 'on a whole circle'],
        answer: 2,
        because:
          'Everywhere at distance $0.96$ from $2i$: a hyperbolic circle. On paper it is round with centre $3i$ and radius $\\sqrt5$. Light is low, dark is high.',
        link: `${one}&slice=1`,
      },
      notes:
        'What the colours show is $z\\mapsto L$ with $a_{11}=z$ and all else held: the *entry slice*. Check: $\\cosh d=1+\\frac48=1.5$; centre $2i\\cosh d=3i$, radius $2\\sinh d=2\\cdot\\frac{\\sqrt5}2$. $b_{11}$ itself is a peak with a tip: there the distance is $0$.',
    },
    {
      title: 'Two distances',
      link: `${two}&slice=0&projection=sliders`,
      caption:
        'A second column: $z$ must be as far from $2i$ as now, and as far from $4i$. Both distances of $2+2i$ are $0.96$.',
      look: ['stage'],
      prediction: {
        question: 'How many $z$ have $L=0$?',
        choices: ['one', 'two', 'a whole circle'],
        answer: 1,
        because:
          'Two circles meet in two points: $2+2i$ and its mirror image $-2+2i$ in the geodesic through $2i$ and $4i$, the imaginary axis.',
        link: `${two}&slice=1`,
      },
      notes:
        'A true second minimum of the slice with loss 0. Here it is an equivalent model as well: the mirror $z\\mapsto-\\bar z$ fixes both $b$. With more rows the mirror of this one entry alone would be in the fibre (same product), and in general not in the orbit.',
    },
    {
      title: 'Three distances',
      link: `${still}&slice=1`,
      caption:
        'A third column, $-2+i$, lies off that geodesic: only one zero is left. At the mirror image $-2+2i$ the third distance is $\\ln2\\approx0.69$ instead of $2.34$, and the loss is $0.906$.',
      look: ['stage', 'loss'],
      notes:
        'As with satellites: three distances tell the place in a plane. $L=\\frac13(2.342-0.693)^2=0.906$. The slice has kinks at the three $b_{1l}$: a distance is not smooth at 0.',
    },
    {
      title: 'The surface is carried',
      link: `${still}&slice=1`,
      caption:
        '$g$: $z\\mapsto z+1$ moves $A$ and $B$. Then we draw the loss over the free entry again, in the **same window**.',
      look: ['stage', 'loss', 'element'],
      prediction: {
        question: 'What happens to the picture?',
        choices: [
          'it stays: the loss is invariant',
          'it moves along by $1$, values and all',
          'it moves and becomes flatter',
        ],
        answer: 1,
        because:
          '$f_g(gz)=f(z)$: the value that was at $z$ is now at $gz$. The mirror image was at $-2+2i$ with loss $0.906$; now $0.906$ is at $-1+2i$. At the model it is $0$, before and after.',
      },
      play: { kind: 'element', link: `${shifted}&slice=1`, seconds: 5 },
      notes:
        'This is the paper’s "translation of the loss surface", $f_M(z)=f(M^{-1}z)$, and it is true of this section. Caveat: in a window that follows the model nothing would be seen to move. Question: is the first choice wrong altogether? No: at the model the loss stays. It is the picture that moves.',
    },
    {
      title: 'Another shape, the same values',
      link: `${still}&slice=1&tilt=1`,
      caption:
        '$z\\mapsto\\frac{5z+9}{z+5}$ is no translation: on paper the surface changes its shape and size. Still each value is carried: the lowest is $0$, up to rounding, and the $0.906$ of $-2+2i$ is now at $1.31+2.46i$.',
      look: ['stage', 'loss'],
      play: {
        kind: 'element',
        link: `${three}&g=5,9,1,5&view=0.5,5.4&slice=1&tilt=1`,
        seconds: 6,
      },
      notes:
        'Steeper or flatter on paper means nothing by itself: as lengths on paper shrink with the height, so do those of the ruler. "Sharp" and "flat" minima are a matter of coordinates here; minima, saddles and values are not.',
    },
    {
      title: 'A only',
      link: `${three}&x=0&t=0&theta=0&view=0.5,5.4&slice=1&move=a`,
      caption: 'Now $z\\mapsto z+1$ moves $A$ **only**. The free entry is the one entry of $A$.',
      look: ['move', 'stage', 'loss'],
      prediction: {
        question: 'What do we see?',
        choices: [
          'surface and model move together',
          'the surface stays, the model leaves its zero',
          'the surface moves, the model stays',
        ],
        answer: 1,
        because:
          'The slice depends on $B$ and $C^*$ alone, and these stay. The model goes to $3+2i$, up the slope: its loss is $0.122$ instead of $0$.',
      },
      play: { kind: 'element', link: `${shifted}&slice=1&move=a`, seconds: 5 },
      notes:
        'The step that breaks on purpose. Switch to "B only": then the surface moves by 1 and the model stays, and it is off its zero again, with another loss: see the next step.',
    },
    {
      title: 'B only',
      link: `${shifted}&slice=1&move=b`,
      caption:
        'With $B$ only it is the other way round: the surface moves by $1$, the model stays at $2+2i$. Its loss is $0.143$. This is a really translated function, and another model. In the paper’s sense **both** must move, and the two motions cancel.',
      look: ['move', 'stage', 'loss'],
      notes:
        '$L(A,gB)=L(g^{-1}A,B)$: to move $B$ by $+1$ is to move $A$ by $-1$. Question: why not the same loss as with A only? $A$ at $3+2i$ and $A$ at $1+2i$ are different places of the same surface.',
    },
    {
      title: 'On the line: along the diagonal',
      link: `${onLine}&alpha=0&slice=1`,
      caption:
        'On the line we let **two** entries be free: $x=a_{11}$ and $y=b_{11}$, now at $(0,3)$. Then $\\alpha=2$ is added to all of $A$ and $B$.',
      look: ['stage', 'loss'],
      prediction: {
        question: 'How does the surface over the $(x,y)$ plane move?',
        choices: ['by $2$ to the right', 'by $(2,2)$, along the diagonal', 'it only gets higher'],
        answer: 1,
        because:
          'Both free entries move by $2$: $f_\\alpha(x+2,y+2)=f(x,y)$. The zero goes from $(0,3)$ to $(2,5)$. A translation of the surface in the literal sense, shape and all.',
      },
      play: { kind: 'element', link: `${onLine}&alpha=2&slice=1`, seconds: 5 },
      notes:
        '$L=\\frac14\\left((|x-y|-3)^2+(|x-7|-7)^2+(|2-y|-1)^2\\right)$ before the move: three conditions for two numbers, and one zero. Let them find the creases: along $x=y$, $x=7$ and $y=2$.',
    },
    {
      title: 'What does not move',
      link: `${shifted}&slice=0&projection=sliders`,
      caption:
        'As a function of **all** numbers, $L$ does not move at all: $L(gA,gB)=L(A,B)$. The picture of the loss now shows $L(g^sA,g^tB)$: it depends on $s-t$ only, with a straight valley $s=t$ at $0$. Along its floor lies the orbit.',
      look: ['loss'],
      notes:
        'What was carried was a section, taken through the model and moving with it. Therefore no value of a minimum, saddle or pass changes, and none can become lower or negative through $g$; what the paper hopes about barriers is the subject of lesson 10. $(1,1)$: both moved, $(1,0)$: A only, $(0,1)$: B only.',
    },
  ],
  exercises: [
    {
      task: 'One distance: move **A only**, by a $g\\ne1$, so that the loss stays $0$.',
      link: `v=1&a=2+2i&b=2i&free=a,1,1&cell=1,1&g=1,0,0,1&move=a&view=0.5,5.4&title=A%20only`,
      solution: `v=1&a=2+2i&b=2i&free=a,1,1&cell=1,1&g=0,-4,1,0&move=a&view=0.5,5.4&title=A%20only`,
      because:
        'Any turn about $b_{11}=2i$ keeps the distance to it. The half-turn $z\\mapsto-\\frac4z$ takes $2+2i$ to $-1+i$, on the same circle.',
    },
    {
      task: 'Two distances: find the translation $x\\ne0$ that moves **A only** and leaves the loss $0$.',
      link: `v=1&a=2+2i&b=2i,4i&free=a,1,1&cell=1,1&x=0&t=0&theta=0&move=a&view=0,6.4&title=A%20only`,
      solution: `v=1&a=2+2i&b=2i,4i&free=a,1,1&cell=1,1&x=-4&t=0&theta=0&move=a&view=0,6.4&title=A%20only`,
      because:
        '$z\\mapsto z-4$ takes $2+2i$ to its mirror image $-2+2i$, the other zero of the slice. What it does to this one entry is what the mirror does, and the mirror fixes $B$.',
    },
    {
      task: 'On the line, one distance: find $\\alpha\\ne0$ that moves **A only** and leaves the loss $0$.',
      link: 'v=1&space=line&a=0&b=3&free=a,1,1&cell=1,1&alpha=0&move=a&view=3,14&title=A%20only',
      solution: 'v=1&space=line&a=0&b=3&free=a,1,1&cell=1,1&alpha=6&move=a&view=3,14&title=A%20only',
      because:
        '$|6-3|=|0-3|$: $a_{11}$ goes to its mirror image about $b_{11}=3$. The zeros of the slice are the two lines $y=x\\pm3$, and $\\alpha=6$ leads from the one to the other.',
    },
  ],
}
