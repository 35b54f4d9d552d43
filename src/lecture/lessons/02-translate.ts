import type { Lesson } from '../../document/lesson'

const base = 'v=1&space=line&a=0,2;1,6&b=3,5;4,-1&free=a,1,1&slice=0&title=Two%20by%20two'
const model = `${base}&cell=1,1`
/** Its product is held as the target: the loss tells whether another model has the same one. */
const fibre = 'v=1&space=line&free=a,1,1&alpha=0&slice=0&target=5,8;4,11&title=Same%20product&view=3,9'

export const lesson: Lesson = {
  id: 'translate',
  title: 'Translate it: equivalent models on the line',
  summary: 'Translations move all numbers of a model and leave every distance as it is.',
  steps: [
    {
      title: 'Add the same number everywhere',
      link: `${model}&alpha=0&view=3.5,10`,
      caption: 'We add $\\alpha=2$ to **every** entry of $A$ and of $B$. Now $c_{11}=|0-3|+|2-4|=5$.',
      look: ['element', 'product'],
      prediction: {
        question: 'What is $c_{11}$ afterwards?',
        choices: ['$5$', '$7$', '$9$'],
        answer: 0,
        because:
          '$|(a+\\alpha)-(b+\\alpha)|=|a-b|$: no distance changes, so no sum of distances does. $(\\alpha+A)\\odot(\\alpha+B)=A\\odot B$.',
      },
      play: { kind: 'element', link: `${model}&alpha=2&view=3.5,10`, seconds: 4 },
      notes:
        'Let the slider run to both ends after the answer. Who says 7 adds $\\alpha$ once to the sum, who says 9 once for each distance. Hollow marks are the base, filled ones the moved entries.',
    },
    {
      title: 'Unchanged is measured',
      link: `${model}&alpha=3.2&view=3.5,10`,
      caption:
        'The page computes the product again **from the moved numbers** and compares: largest change, rounding bound, and how many of the $8$ terms are exactly equal. Here $\\alpha=3.2$, no finite binary fraction: rounding changes the product by $1.8\\cdot10^{-15}$, less than the bound: **unchanged**.',
      look: ['product'],
      notes:
        'Nothing here is a painted tick: the next step shows the same chip in red. The bound is $2\\varepsilon\\sum_i(|\\alpha|+|a|+|b|)$ $9\\cdot10^{-15}$ here. Question: what does "exactly" mean on a computer? The float64 numbers are fractions, and fractions are compared as whole numbers.',
    },
    {
      title: 'One side only',
      link: `${base}&cell=2,1&move=a&alpha=0&view=5.5,14`,
      caption:
        'Now $\\alpha$ moves $A$ only. At $\\alpha=6$ every $a_{ki}$ lies to the right of the $b_{il}$ that it meets.',
      look: ['move', 'product'],
      prediction: {
        question:
          'From there on: if $\\alpha$ grows by $1$, by how much does each entry of the product grow?',
        choices: ['$0$', '$1$', '$2$'],
        answer: 2,
        because:
          'By $1$ for each inner index: $\\begin{pmatrix}7&10\\\\12&15\\end{pmatrix}$ at $\\alpha=6$ and $\\begin{pmatrix}9&12\\\\14&17\\end{pmatrix}$ at $\\alpha=7$. The model is unchanged only if **both** factors move.',
      },
      play: { kind: 'element', link: `${base}&cell=2,1&move=a&alpha=6&view=5.5,14`, seconds: 5 },
      notes:
        'The paper says "the original model is unchanged" and means both factors. In a layer whose second factor is the input, the input has to move as well: something before the layer must add $\\alpha$ to it. Drag $\\alpha$ from 6 to 7 and let them read the table.',
    },
    {
      title: 'One model for each α',
      link: `${model}&alpha=-2.5&view=1.25,10`,
      caption:
        'Each real $\\alpha$ gives other numbers and the same product: infinitely many weights of **one** model, its **orbit**. At $\\alpha=-2.5$ the eight entries have mean $0$: of all these translates this one has the smallest sum of squares.',
      look: ['element', 'product'],
      notes:
        'In attention with $Q=XW_Q+b_Q$ and $K=XW_K+b_K$ a translation is $\\alpha$ added to both biases: a true symmetry of the weights. Weight decay $\\lambda\\lVert\\cdot\\rVert^2$ is not invariant; it would choose $\\alpha=-2.5$, minus the mean $20/8$ of the eight entries.',
    },
    {
      title: 'An own α for each inner index',
      link: `${base}&cell=2,2&each=0;0;&view=1,11`,
      caption:
        'Inner index 1 (the lanes next to the axis) moves by $\\alpha_1=1$, inner index 2 by $\\alpha_2=-3$, each in $A$ and in $B$.',
      look: ['columns', 'product'],
      prediction: {
        question: 'What happens to the product?',
        choices: ['every entry falls by $2$', 'only the diagonal stays', 'nothing changes'],
        answer: 2,
        because:
          'Column $i$ of $A$ meets only row $i$ of $B$. Each distance has both its ends in one index, so each index may have its own $\\alpha_i$. The paper has one $\\alpha$ for all; the symmetry is larger.',
      },
      play: { kind: 'element', link: `${base}&cell=2,2&each=1;-3;&view=1,11`, seconds: 4 },
      notes:
        'With $h$ inner indices there are $h$ free numbers: $\\mathbb R^h$ instead of $\\mathbb R$. Question: may each row of $A$ have its own $\\alpha$? No: $b_{il}$ meets all rows, and would have to move with each of them.',
    },
    {
      title: 'Mirrors too',
      link: `${base}&cell=1,1&each=8;0;&reflected=1,0&view=3.5,10`,
      caption:
        'Index 1 goes through the mirror $x\\mapsto8-x$, which keeps distances as well. A new **order** of the inner indices keeps the product too. Together: $\\mathrm{Isom}(\\mathbb R)^h$ and the permutations of the $h$ indices. Doubling is not among them.',
      look: ['columns', 'product'],
      notes:
        '$0,1\\mapsto8,7$ and $3,5\\mapsto5,3$. Doubling everything doubles $C$; with $\\mathrm{softmax}(-\\beta C)$ it can be undone by $\\beta/2$, but this changes $C$. Dot-product attention has a larger group still, all of $\\mathrm{GL}(h)$: $(QG)(KG^{-\\mathsf T})^{\\mathsf T}=QK^{\\mathsf T}$.',
    },
    {
      title: 'Same product, other model',
      link: `${fibre}&a=0,2;1,6&b=3,5;4,-1&cell=2,1`,
      caption: 'Only **row 2** of $A$ goes from $(1,6)$ to $(2,7)$; row 1 and $B$ stay.',
      look: ['stage', 'product'],
      prediction: {
        question: 'How many entries of the product change?',
        choices: ['none', 'the two of row 2', 'all four'],
        answer: 0,
        because:
          '$|2-3|+|7-4|=4$ and $|2-5|+|7+1|=11$: one distance shrinks, one grows. No isometry did this: $a_{11}$ and $a_{21}$ were $1$ apart and are $2$ apart now.',
        link: `${fibre}&a=0,2;2,7&b=3,5;4,-1&cell=2,1`,
      },
      notes:
        'Three sets, each in the next. The *orbit*: what the group makes of this model, the same function on every input. The *fibre*: all factors with this product. *Definition 1* of the paper: all models with a loss below $\\varepsilon$ on the training set. A new column $(1,6)^{\\mathsf T}$ of $B$ tells the two models apart: distance 0 to row 2 before, 2 after. Ask for a permutation of the indices: it does not help, in index 2 those rows were 4 apart and are 5 apart now.',
    },
  ],
  exercises: [
    {
      task: 'Give each inner index its own $\\alpha_i$ so that row 2 of $A$ becomes $(0,0)$ and the product stays.',
      link: `${base}&cell=2,1&each=0;0;&view=0,15`,
      solution: `${base}&cell=2,1&each=-1;-6;&view=0,15`,
      because:
        'Row 2 is $(1,6)$, so $\\alpha=(-1,-6)$. This fixes the gauge: every orbit under translations has exactly one member with that row at $0$.',
    },
    {
      task: 'Use one mirror so that the moved $a_{11}$ lies at $3$ and the moved $b_{11}$ at $0$, with the same product.',
      link: `${base}&cell=1,1&each=0;0;&view=2.5,11`,
      solution: `${base}&cell=1,1&each=3;0;&reflected=1,0&view=2.5,11`,
      because:
        '$x\\mapsto3-x$ exchanges $0$ and $3$. Applied to all of inner index 1 it keeps every distance; index 2 may stay.',
    },
    {
      task: 'Change column 2 of $B$ alone, so that the product stays.',
      link: `${fibre}&a=0,2;1,6&b=3,5;4,-1&cell=1,2`,
      solution: `${fibre}&a=0,2;1,6&b=3,6;4,0&cell=1,2`,
      because:
        'From $(5,-1)$ to $(6,0)$: $b_{12}$ lies right of both $a_{k1}$, $b_{22}$ left of both $a_{k2}$, so one distance grows by $1$ and the other shrinks by $1$. No translation or mirror did this.',
    },
  ],
}
