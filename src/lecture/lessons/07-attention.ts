import type { Lesson } from '../../document/lesson'

/** 7 nodes, one point in each table, β = 10. */
const fresh =
  'v=1&a=gBwIDjAlHwg64XAsXEArYEEzNbjpbZCEYug&b=gAQ4DjCJ0NhzoYhOURBuYmAtOqg4YjjmoIg&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Before%20training%2C%207%20nodes&g=1,0,0,1&cell=1,1&slice=0&model=disk'
const trained = 'v=1&preset=tree7&g=1,0,0,1&cell=1,1&slice=0&model=disk'
const moved = 'v=1&preset=tree7&cell=1,1&slice=0&model=disk'
const fifteen =
  'v=1&a=gDwIDjQCCaYtaZeMlHBl15bwo6JiLKChm6yAR3OdGX7iyiEIZ4t2GkMYBiiYggZ34TggNKag&b=gAR4DjQHB_4zmWAOSF7FXZV4mqLaNBDNlbRYKIKW8ZsicCBYTYuyEOM6BIiCQXR94M2uUK2A&head=gAQ8AAwSk3Jbt-A;10;fixed;200,1000,6,12&g=1,0,0,1&cell=1,1&slice=0&model=disk'

export const lesson: Lesson = {
  id: 'attention-on-a-tree',
  title: 'Attention on a tree',
  summary: 'An attention head whose scores are distances learns a tree, and its points draw it.',
  steps: [
    {
      title: 'The task: find the nearest relative',
      link: fresh,
      caption:
        'Seven tokens are the nodes of a tree: the root $1$, its children $11$ and $12$, their children $111$, $112$, $121$, $122$. In a sequence of five, each token shall attend to its **nearest relatives** among the other four: those with the fewest edges in between, marked by green dots. If several are equally near, they share the weight.',
      look: ['attention'],
      notes:
        'The panel shows the sequence 122 111 122 121 1. Ask: to whom shall 111 attend? Edges from 111 to 122, 121 and 1: 4, 4, 2, so to 1. And the first 122? To the other 122, no edge away. The marked cells of the table are the wanted ones.',
    },
    {
      title: 'Queries and keys are points',
      link: fresh.replace('cell=1,1', 'cell=6,5'),
      caption:
        'Each token has a query and a key, one point of the half-plane each: $28$ numbers in all. A score is a distance, $C_{kl} = d(q_k, k_l)$, the weights are $\\mathrm{softmax}(-\\beta C)$ over the other positions, $\\beta = 10$.',
      look: ['stage', 'attention'],
      prediction: {
        question:
          'The paper writes $\\mathrm{softmax}(+\\beta C)$. Which key would get the most weight then?',
        choices: ['The nearest', 'The farthest', 'All the same, since softmax only normalises'],
        answer: 1,
        because:
          'The largest exponent has the largest weight, and $+\\beta C$ is largest where the distance is. The sign has to be minus: near means heavy.',
      },
      notes:
        'This is Example 1 of the paper, with Q ⊙ Kᵀ in the place of Q Kᵀ. A large dot product means alike, a large distance means unlike: hence the other sign. Values are left out: the head only points.',
    },
    {
      title: 'Before training',
      link: fresh,
      caption:
        'The tables are random. The loss is the mean Kullback–Leibler divergence of the weights from the wanted ones, $2.68$ nats. The heaviest key is a wanted one at $37\\,\\%$ of the held-out positions, by luck: there are only four keys to choose from, and often several are wanted.',
      look: ['training'],
      notes: 'Held out: 1000 sequences of 5 positions that training does not see.',
    },
    {
      title: 'Training',
      link: fresh,
      caption:
        'Now $400$ steps of Adam move the $14$ points so that the loss on $200$ training sequences becomes small. Nobody tells the head where to put them.',
      look: ['stage', 'training'],
      prediction: {
        question: 'What will the seven keys do?',
        choices: [
          'Come together in one point',
          'Stay scattered without a pattern',
          'Lay themselves out as the tree',
        ],
        answer: 2,
        because:
          'Weights come from distances, so near relatives have to lie near each other. The loss is about $0.006$ now and every held-out position is right. From the key of $1$, those of $11$ and $12$ are about $0.7$ away, and their children about $1.3$.',
      },
      play: { kind: 'train', steps: 400 },
      notes:
        'The lines join the keys of parents and children; they are drawn by the page, the places are learned. If somebody doubts it: other random tables with "Fresh tables", then Start.',
    },
    {
      title: 'The drawing',
      link: trained,
      caption:
        'After $1500$ steps the loss is $0.0019$. The keys of the children are $0.82$ away from the query of the root, those of the four leaves $1.55$ and $1.56$: the first row of $C$. No two edges cross: $28$ numbers draw the tree in the plane.',
      look: ['stage', 'product'],
      notes:
        'Switch between disk and half-plane: the same points. Question: why is the root not in the middle? Because every place is as good, as the next steps show; here it is near i by chance.',
    },
    {
      title: 'Row 111',
      link: trained.replace('cell=1,1', 'cell=4,2'),
      caption:
        'The query of $111$ is $0.78$ away from the key of its parent $11$. The tokens $1$ and $112$ are both two edges away from $111$.',
      look: ['stage', 'attention'],
      prediction: {
        question: 'How far from the query of $111$ must the keys of $1$ and $112$ be?',
        choices: ['That of $1$ nearer, as it is higher up', 'Both equally far', 'Anywhere beyond $0.78$'],
        answer: 1,
        because:
          'Both are at $1.43$. Where they are the nearest ones, they shall share the weight equally, and the ratio of two weights is $e^{-10\\,\\Delta}$ for a difference $\\Delta$ of distances.',
        link: trained.replace('cell=1,1', 'cell=4,1'),
      },
      notes:
        'Both distances stand in the table of C, row 4. With Δ = 0.07 one of them would already have twice the weight of the other: e^0.7 = 2.01.',
    },
    {
      title: 'Move everything',
      link: trained,
      caption: 'Now one $g$ moves all $14$ points. Nothing is trained again.',
      look: ['stage', 'attention'],
      prediction: {
        question: 'How many of the $5000$ held-out positions are decided otherwise?',
        choices: ['None', 'A few, near ties', 'About half of them'],
        answer: 0,
        because:
          'No distance changes, so no weight does, on no input at all. The moved head is another member of the **orbit**: the same function with $28$ other numbers.',
      },
      play: { kind: 'element', link: moved, seconds: 3 },
      notes:
        'Drag the frame of g afterwards and watch the tables of weights. "Unchanged" is measured from the moved points, within the rounding bound that stands beside it.',
    },
    {
      title: 'Move the queries only',
      link: trained,
      caption: 'The same $g$, but the keys stay where they are.',
      look: ['training', 'move'],
      prediction: {
        question: 'What is left of the $100\\,\\%$ right positions?',
        choices: [
          'All of it, since $g$ is an isometry',
          'About three quarters',
          'About one quarter, as by pure chance',
        ],
        answer: 1,
        because:
          'About $73\\,\\%$, and the loss is $1.9$ nats. $g$ keeps distances between points that **both** move. The paper says that the original model is unchanged: true only if both factors move, on every input.',
        link: `${moved}&move=a`,
      },
      notes:
        'A little g does little: z ↦ e^0.1 z on the queries alone leaves every held-out position right, e^0.3 leaves 97 %, e^1 leaves 78 %.',
    },
    {
      title: 'Fifteen nodes',
      link: fifteen,
      caption:
        'One level more, one point in each table: $60$ numbers, loss $0.026$, $99.7\\,\\%$ of the held-out positions right. The eight keys of the last level lie $1.9$ to $2.5$ from that of the root. There is room for them: the circumference of a circle of radius $r$ grows like $e^r$ here.',
      look: ['stage'],
      notes:
        'Is H² better than the line, then? For this tree it needs fewer numbers. In general that may not be said: on the two spirals and on iris the line did as well or better. The tokens are called 1, 11, …, 1222.',
    },
    {
      title: 'Where β comes from',
      link: fifteen,
      caption:
        'The paper calls $\\beta$ dynamic. Any $\\beta$ that is learned, or made from $C$, keeps the invariance. Made from the lengths of the vectors in $Q$ it does not: $g$ changes them.',
      look: ['attention', 'experiment'],
      prediction: {
        question:
          'Ordinary attention divides scores by $\\sqrt h$. What does $\\beta = 1/\\sqrt h$ do for distances?',
        choices: [
          'It trains best, for the same reason',
          'Nothing: the points can move apart',
          'Too small: no run solves the task',
        ],
        answer: 2,
        because:
          'None of four runs came below $0.01$; with $\\beta$ learned, with $\\beta = 10$, or with $\\beta$ from the row of $C$ all four did. The points cannot make up for it: in the half-plane $\\beta$ is the curvature, not a scale.',
        link: `${fifteen}&experiment=beta`,
      },
      notes:
        'The experiment takes some seconds. It also reads a trained head with +β: right in less than 1 % of the rows, as it attends to a farthest key in about 99 %.',
    },
  ],
  exercises: [
    {
      task: 'Move queries and keys together so that the key of the root, token $1$, comes to $i$. No weight may change.',
      link: trained,
      solution: 'v=1&preset=tree7&x=-0.073&t=-0.063&theta=3.104&slice=0&model=disk',
      because:
        'An element that takes the key $0.082 + 1.058i$ to $i$ is applied to both factors. There are many: any turn about $i$ may follow.',
    },
    {
      task: 'In the sequence 122 111 122 121 1 the last token attends to the other four equally, as it should: all are two edges away. Change one query so that it attends to $111$ almost alone. What does that cost elsewhere?',
      link: trained,
      solution:
        'v=1&a=gBwIDjLelLmjGBlwWoK2lkF9i2FMS4LIWrA&b=gAQ4DjApIRGNGMFeWgrelLlyilFbyzLG1nA&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=The%20query%20of%201%20at%20the%20key%20of%20111&g=1,0,0,1&slice=0&model=disk',
      because:
        'The query of $1$ now lies where the key of $111$ is. Its weight there is more than $0.999$; over all held-out positions $91\\,\\%$ are still right, and the loss has risen to $1.5$ nats.',
    },
  ],
}
