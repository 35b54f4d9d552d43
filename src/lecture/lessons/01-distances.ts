import type { Lesson } from '../../document/lesson'

const base = 'v=1&space=line&a=0,2;1,6&b=3,5;4,-1&free=a,1,1&slice=0&title=Two%20by%20two&view=3,9'
const model = `${base}&alpha=0`
const oneRow = 'v=1&space=line&a=0,2&b=3,5;4,-1&free=a,1,1&alpha=0&slice=0&title=One%20row&view=3,9'

export const lesson: Lesson = {
  id: 'distances',
  title: 'A product made of distances',
  summary: 'A matrix product whose terms are distances instead of products of numbers.',
  steps: [
    {
      title: 'Distances instead of products',
      link: `${oneRow}&cell=1,1`,
      caption:
        'Take $A=\\begin{pmatrix}0&2\\end{pmatrix}$ and $B=\\begin{pmatrix}3&5\\\\4&-1\\end{pmatrix}$, all entries points of the line. Their **metric product** adds distances: $(A\\odot B)_{kl}=\\sum_i|a_{ki}-b_{il}|$. So $c_{11}=|0-3|+|2-4|=5$.',
      look: ['stage', 'product'],
      notes:
        'Let somebody compute $c_{11}$ aloud and find the two distances on the stage: one lane for each inner index $i$, $A$ above the axis and $B$ below it. Drag $b_{11}$ and let the room say which entries change. Question: why is $c_{12}$ still the same? It belongs to column 2, and $b_{11}$ is in column 1.',
    },
    {
      title: 'One entry, two distances',
      link: `${oneRow}&cell=1,1`,
      caption:
        'A second row joins $A$: $(1,6)$. Column 1 of $B$ is $(3,4)$. The rule: $c_{kl}=\\sum_i|a_{ki}-b_{il}|$.',
      look: ['stage', 'product'],
      prediction: {
        question: 'What is $c_{21}$?',
        choices: ['$0$', '$4$', '$27$'],
        answer: 1,
        because:
          '$|1-3|+|6-4|=2+2=4$. Without the bars the differences cancel to $0$; $1\\cdot3+6\\cdot4=27$ is the usual product.',
        link: `${model}&cell=2,1`,
      },
      notes: 'After the answer let them check $c_{12}=|0-5|+|2+1|=8$ and $c_{22}=|1-5|+|6+1|=11$ by hand.',
    },
    {
      title: 'What a large entry says',
      link: `${model}&cell=1,2`,
      caption:
        'The usual product of the same matrices is $\\begin{pmatrix}8&-2\\\\27&-1\\end{pmatrix}$. The metric product is $\\begin{pmatrix}5&8\\\\4&11\\end{pmatrix}$: never negative, and **large means far**. $c_{kl}$ is the distance $\\sum_i|x_i-y_i|$ between row $k$ and column $l$, as points of $\\mathbb R^2$.',
      look: ['product'],
      notes:
        'This is the Manhattan or $\\ell_1$ distance. Whoever uses it for attention has to turn the sign round: weights are $\\mathrm{softmax}(-\\beta C)$, so that near means attend. Do not say "distance product": that name is taken, by the product with minimum and plus.',
    },
    {
      title: 'When is an entry zero?',
      link: `${model}&cell=1,1`,
      caption: 'We set row 1 of $A$ to $(3,4)$. Column 1 of $B$ is $(3,4)$ as well.',
      look: ['stage', 'product'],
      prediction: {
        question: 'What does $c_{11}$ become?',
        choices: ['$0$', '$1$', '$7$', '$25$'],
        answer: 0,
        because:
          '$|3-3|+|4-4|=0$. A sum of distances is $0$ only if each of them is: row $k$ equals column $l$. The usual product is $25=3^2+4^2$.',
        link: 'v=1&space=line&a=3,4;1,6&b=3,5;4,-1&free=a,1,1&alpha=0&slice=0&cell=1,1&title=Two%20by%20two&view=3,9',
      },
      notes:
        'After the answer drag $a_{11}$ away from $b_{11}$ in both directions: the entry grows either way. Question: is it smooth there? No, $|x|$ has a corner at $0$; this returns when we train.',
    },
    {
      title: 'A matrix and its transpose',
      link: 'v=1&space=line&a=0,2;1,6;4,3&b=3,5,7;4,-1,1&free=a,1,1&alpha=0&slice=0&cell=1,2&title=Three%20rows&view=3,9',
      caption:
        'Now $A$ has three rows, $(0,2)$, $(1,6)$ and $(4,3)$, and in place of this $B$ we take $B=A^{\\mathsf T}$.',
      look: ['product'],
      prediction: {
        question: 'What is on the diagonal of $A\\odot A^{\\mathsf T}$?',
        choices: ['ones', 'the squared lengths of the rows', 'zeros'],
        answer: 2,
        because:
          'Entry $(k,l)$ is the distance between rows $k$ and $l$: $5$, $5$ and $6$ here. So the table is symmetric with zeros on its diagonal. The usual $AA^{\\mathsf T}$ has the squared lengths $4$, $37$, $25$ there.',
        link: 'v=1&space=line&a=0,2;1,6;4,3&b=0,1,4;2,6,3&free=a,1,1&alpha=0&slice=0&cell=2,3&title=Three%20rows&view=3,9',
      },
      notes:
        'Rows 1 and 2: $1+4=5$. Rows 1 and 3: $4+1=5$. Rows 2 and 3: $3+3=6$. Let them check the triangle inequality: $6\\le5+5$. Each point of $A$ has one of $B$ below it: that is what the transpose looks like.',
    },
    {
      title: 'Twice as far',
      link: 'v=1&space=line&a=0,2;1,6&b=3,5;4,-1&free=a,1,1&alpha=0&slice=0&cell=1,1&title=Twice%20as%20far&view=5,17',
      caption:
        'We double every entry of $A$ **and** of $B$. The usual product would become four times as large.',
      look: ['stage', 'product'],
      prediction: {
        question: 'What becomes of $A\\odot B$?',
        choices: ['it stays as it is', 'it doubles', 'it becomes four times as large'],
        answer: 1,
        because:
          '$|2x-2y|=2\\,|x-y|$: every distance doubles, so $c_{11}$ goes from $5$ to $10$. Lengths have one factor, products of numbers have two.',
        link: 'v=1&space=line&a=0,4;2,12&b=6,10;8,-2&free=a,1,1&alpha=0&slice=0&cell=1,1&title=Twice%20as%20far&view=5,17',
      },
      notes:
        'Question: is $\\odot$ linear in $A$ for fixed $B$? No. For $A=0$ the product is not $0$, and no matrix $E$ gives $A\\odot E=A$ for all $A$, because a product has no negative entries.',
    },
    {
      title: 'One side only',
      link: `${base}&cell=1,1&move=a&alpha=0`,
      caption: 'We add $1$ to every entry of $A$, and leave $B$ where it is.',
      look: ['move', 'element', 'product'],
      prediction: {
        question: 'How many of the four entries of $A\\odot B$ change?',
        choices: ['none', 'one', 'all four'],
        answer: 1,
        because:
          'Only $c_{11}$: it falls from $5$ to $3$, as both its distances shrink. In each other entry one distance grows by $1$ and one shrinks by $1$. One number that stays proves nothing.',
      },
      play: { kind: 'element', link: `${base}&cell=1,1&move=a&alpha=1`, seconds: 4 },
      notes:
        'The first thing that breaks on purpose. The page says that it is another model: it compares all entries, before and after, and knows no answer in advance. Drag $\\alpha$ on: from $\\alpha=1$ to $\\alpha=2$ the same entry falls again, later all of them grow. In the next lesson both sides move.',
    },
  ],
  exercises: [
    {
      task: 'Change row 1 of $A$ so that $c_{11}=0$. What becomes of $c_{12}$?',
      link: `${model}&cell=1,1`,
      solution:
        'v=1&space=line&a=3,4;1,6&b=3,5;4,-1&free=a,1,1&alpha=0&slice=0&cell=1,1&title=Two%20by%20two&view=3,9',
      because:
        'A sum of distances is $0$ only if each is: row 1 must be $(3,4)$. Then $c_{12}=|3-5|+|4+1|=7$, the distance between the two columns of $B$.',
    },
    {
      task: 'Keep $A$ and choose $B$ so that the first row of $A\\odot B$ is $(0,0)$. What must the second row be?',
      link: `${model}&cell=1,1`,
      solution:
        'v=1&space=line&a=0,2;1,6&b=0,0;2,2&free=a,1,1&alpha=0&slice=0&cell=2,1&title=Two%20by%20two&view=3,9',
      because:
        'Both columns of $B$ must equal row 1 of $A$, $(0,2)$. Both entries of the second row are then the distance between the rows of $A$: $(5,5)$.',
    },
    {
      task: 'One inner index: find two points in $A$ and two in $B$ with $A\\odot B=\\begin{pmatrix}0&2\\\\2&0\\end{pmatrix}$. Why is there no pair with $\\begin{pmatrix}0&2\\\\0&0\\end{pmatrix}$?',
      link: 'v=1&space=line&a=0;1&b=3,5&free=a,1,1&alpha=0&slice=0&cell=1,1&title=Which%20tables&view=2,6',
      solution:
        'v=1&space=line&a=0;2&b=0,2&free=a,1,1&alpha=0&slice=0&cell=1,2&title=Which%20tables&view=2,6',
      because:
        'Points $0$ and $2$ in both. By the triangle inequality $c_{12}\\le c_{11}+c_{21}+c_{22}$, so three zeros force the fourth: not every table is a metric product.',
    },
  ],
}
