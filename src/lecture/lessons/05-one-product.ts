import type { Lesson } from '../../document/lesson'

const points = 'a=-2+i,-1+2i;-3+2i,1+i&b=-2+2i,1+2i;-1+4i,2i'
const base = `v=1&${points}&free=a,1,1&slice=0&title=Eight%20points&view=0,5.6`
const model = `${base}&cell=1,1`

export const lesson: Lesson = {
  id: 'one-product',
  title: 'One product, many models',
  summary: 'Isometries of the half-plane make a continuum of equivalent models, and how many they are.',
  steps: [
    {
      title: 'The product in the half-plane',
      link: 'v=1&a=-2+i&b=-2+2i&free=a,1,1&g=1,0,0,1&slice=0&cell=1,1&title=One%20distance&view=0,5.6',
      caption:
        '$(A\\odot B)_{kl}=\\sum_i d(a_{ki},b_{il})$, with the hyperbolic distance. Here $d(-2+i,\\,-2+2i)=\\ln2$. A second inner index joins, with $a_{12}=-1+2i$ and $b_{21}=-1+4i$.',
      look: ['stage', 'product'],
      prediction: {
        question: 'What is $c_{11}$ then?',
        choices: ['$\\ln2\\approx0.69$', '$2\\ln2\\approx1.39$', '$\\ln3\\approx1.10$', '$3$'],
        answer: 1,
        because:
          'From height $2$ to height $4$ straight up is again $\\ln2$, and the distances are added. On paper the lengths would be $1+2=3$.',
        link: `${model}&g=1,0,0,1`,
      },
      notes:
        'The second row and column came along. Let them check $c_{22}=d(-3+2i,1+2i)+d(1+i,2i)$: $\\cosh d=1+\\frac{16}8=3$ and $1+\\frac24=1.5$, so $1.763+0.962=2.725$. Solid lines on the stage are the two distances of the selected entry.',
    },
    {
      title: 'One g for all points',
      link: `${model}&g=1,0,0,1`,
      caption:
        '$g$: $z\\mapsto\\frac{5z+9}{z+5}$ is hyperbolic, with translation length $2\\ln2$ and the fixed points $\\pm3$. It moves all eight points: $-2+i$ to $0.2+1.6i$, $-1+4i$ to $3+2i$. All distances stay, and so does the product: $M(A)\\odot M(B)=A\\odot B$.',
      look: ['element', 'product', 'stage'],
      play: { kind: 'element', link: `${model}&g=5,9,1,5`, seconds: 5 },
      notes:
        'While it runs, let them look at the column "after": no digit moves. Determinant 16, so the normalised trace is $\\frac{10}4=2.5=2\\cosh\\ln2$. Then drag the arrow of $g$ anywhere: three numbers, all of $\\mathrm{PSL}(2,\\mathbb R)$.',
    },
    {
      title: 'Unchanged, said three ways',
      link: `${model}&g=5,8,1,5`,
      caption:
        'Another $g$, $z\\mapsto\\frac{5z+8}{z+5}$. *Largest change*: from the moved points as stored, beside the bound that rounding explains. *By differences*: computed so that rounding hardly grows. *Exactly*: the terms compared as fractions, without rounding: $8$ of $8$ equal.',
      look: ['product'],
      notes:
        '$\\cosh d-1=\\frac{|z-w|^2}{2\\,\\mathrm{Im}\\,z\\,\\mathrm{Im}\\,w}$ is a fraction of the stored numbers, and a $g$ with such entries makes fractions of fractions: so equality can be decided exactly. Question: why is the largest change not 0? The moved points are rounded to about 16 digits. With $5,9,1,5$ the errors happened to cancel.',
    },
    {
      title: 'A only',
      link: `${model}&move=a&g=1,0,0,1`,
      caption: 'The same $g$ moves $A$ **only**; $B$ stays where it is.',
      look: ['move', 'product'],
      prediction: {
        question: 'What happens to the four entries?',
        choices: ['all grow', 'some grow, some shrink', 'none changes'],
        answer: 1,
        because:
          '$c_{11}$ grows from $1.39$ to $2.53$, $c_{12}$ shrinks from $2.42$ to $1.48$. The function has changed. The paper’s "the original model is unchanged" holds only if **both** factors move.',
      },
      play: { kind: 'element', link: `${model}&move=a&g=5,9,1,5`, seconds: 5 },
      notes:
        'The step that breaks on purpose. In a network: $A$ queries, $B$ keys. Both have to be produced by layers that can absorb $g$; an input that cannot move breaks it. Switch to "B only": with the same $g$ it is again another product.',
    },
    {
      title: 'With numbers as computers have them',
      link: `${model}&g=1,0,0,1`,
      caption:
        'A long one: $g=\\begin{pmatrix}1597&987\\\\987&610\\end{pmatrix}$ has translation length $15.4$ and takes all eight points to within $10^{-5}$ of the golden ratio $1.618$.',
      look: ['product'],
      prediction: {
        question: 'Largest change of the product, from the moved points in float64?',
        choices: ['$0$', 'about $10^{-16}$', 'between $10^{-10}$ and $10^{-8}$'],
        answer: 2,
        because:
          'The moved points share most of their digits; what tells them apart is rounded. "By differences" finds less than $10^{-15}$, and exactly $8$ of $8$ terms are equal. Equivalence is exact; stored numbers are not.',
        link: `${model}&g=1597,987,987,610`,
      },
      notes:
        '$g=\\begin{pmatrix}2&1\\\\1&1\\end{pmatrix}^8$. The error grows like $e^T$ with the translation length $T$. At $T=35$ float64 has nothing left. The entries are Fibonacci numbers; $1597\\cdot610-987^2=1$.',
    },
    {
      title: 'An own g for each inner index',
      link: `${base}&cell=2,2&each=1,0,0,1;1,0,0,1;`,
      caption:
        'Index 1 moves by $z\\mapsto\\frac{5z+9}{z+5}$ and index 2 by another one, $z\\mapsto z-1$; each in $A$ and in $B$.',
      look: ['columns', 'product'],
      prediction: {
        question: 'Which entries of the product change?',
        choices: ['none', 'all four', 'those off the diagonal'],
        answer: 0,
        because:
          'Column $i$ of $A$ meets only row $i$ of $B$. With $h$ inner indices that makes $3h$ free numbers, $6$ here; the paper’s single $M$ has $3$.',
      },
      play: { kind: 'element', link: `${base}&cell=2,2&each=5,9,1,5;1,-1,0,1;`, seconds: 5 },
      notes:
        'Selected is $c_{22}$: both its distances move, each as a whole. Question: may each row of $A$ have its own $g$? No, $b_{il}$ meets all the rows.',
    },
    {
      title: 'Mirrors and orders',
      link: `${base}&cell=1,1&each=1,-0.5,0,1;1,0,0,1;&reflected=1,0`,
      caption:
        'Index 1 is reflected: $z\\mapsto-\\frac12-\\bar z$, an isometry that is no Möbius map. The product stays, and also if the inner indices change places. In all: $\\mathrm{PGL}(2,\\mathbb R)^h\\rtimes S_h$.',
      look: ['columns', 'product', 'stage'],
      notes:
        'The mirror line is $\\mathrm{Re}\\,z=-\\frac14$: $-2+i\\mapsto1.5+i$, $1+2i\\mapsto-1.5+2i$. $\\mathrm{PGL}(2,\\mathbb R)$ is $\\mathrm{PSL}(2,\\mathbb R)$ with the reflections: matrices with $ad-bc\\ne0$ up to a factor, where negative determinants act by $\\bar z$. Mirrors and orders add no dimension.',
    },
    {
      title: 'Is that all?',
      link: `${model}&g=1,0,0,1`,
      caption:
        '$A$ and $B$ hold eight points, $16$ numbers. The product has $4$ entries. The group above has dimension $6$.',
      look: ['columns', 'product'],
      prediction: {
        question: 'What dimension has the set of **all** models near this one with the same product?',
        choices: ['$6$', '$12$', '$0$: only finitely many'],
        answer: 1,
        because:
          '$4$ independent equations for $16$ numbers leave $16-4=12$. Three sets, each in the next: the **orbit** (isometries), the **fibre** (same product), **Definition 1** of the paper (loss below $\\varepsilon$ on the training set).',
      },
      notes:
        'Open "How many equivalents?" under the inner indices: rank 4 of the Jacobian, fibre 12, group 6. With more rows and columns the equations win: in every case tried with at least $4h$ rows and columns the group was all of it locally. There, near the model, nothing but isometries keeps the product.',
    },
    {
      title: 'Many models, one function',
      link: `${base}&cell=2,1&each=5,9,1,5;0,-1,1,0;&reflected=0,1`,
      caption:
        'The paper says: infinitely many models at once, "equivalent to quantum computing". What is true: each costs a few operations per number. But they are **one** function in other numbers. What one gets wrong all get wrong, and no search is done.',
      look: ['product', 'stage'],
      notes:
        'Equal products give equal outputs on every input, as long as both tables move. So no member of the orbit classifies anything differently: lessons 11 and 12. Also ordinary dot-product attention has such a group, a larger one: $\\mathrm{GL}(h)$ with $h^2$ numbers for each head.',
    },
  ],
  exercises: [
    {
      task: 'Give each inner index its own $g_i$ so that both moved entries of row 1 of $A$ lie at $i$.',
      link: `${model}&each=1,0,0,1;1,0,0,1;`,
      solution: `${model}&each=1,2,0,1;1,1,0,2;`,
      because:
        '$z\\mapsto z+2$ takes $-2+i$ to $i$, and $z\\mapsto\\frac{z+1}2$ takes $-1+2i$ to $i$. Turns about $i$ are still free: two of the three numbers of each $g_i$ are fixed.',
    },
    {
      task: 'Make an equivalent model with an isometry that is **no** Möbius map.',
      link: `${model}&g=1,0,0,1`,
      solution: `${model}&g=1,0,0,1&reflected=1`,
      because:
        'The mirror $z\\mapsto-\\bar z$ keeps all distances, and turns every triangle the other way round, which no Möbius map of the half-plane does.',
    },
    {
      task: 'Exchange the two inner indices: columns of $A$, rows of $B$. Which entries of the product change?',
      link: `${model}&g=1,0,0,1`,
      solution:
        'v=1&a=-1+2i,-2+i;1+i,-3+2i&b=-1+4i,2i;-2+2i,1+2i&free=a,1,1&g=1,0,0,1&slice=0&cell=1,1&title=Exchanged&view=0,5.6',
      because: 'None: $c_{kl}$ is a sum over $i$, and a sum does not depend on the order of its terms.',
    },
  ],
}
