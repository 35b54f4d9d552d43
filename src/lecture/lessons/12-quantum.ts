import type { Lesson } from '../../document/lesson'

const w = 'v=1&preset=tree7&g=1,0,0,1&cell=1,1&slice=0&model=disk'
const turned = 'v=1&preset=tree7&g=0,-1,1,0&cell=1,1&slice=0&model=disk'
const average =
  'v=1&a=gBwIDiwHfaGBVYTN8GZPsJe2o8z7nFyMA&b=gAQ4DiwFfOFFY4NuAHEOWMCz43DrmuvoA&g=1,0,0,1&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=The%20average%20of%20W%20and%20gW&slice=0&model=disk'
const otherDrawing =
  'v=1&a=gBwIDjAyXtjokhHK25i1COmjjjnCTMNKXvg&b=gAQ4DjAkX7DdE0m-3Fish_HAjbHXS4Nh3LA&g=1,0,0,1&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Trained%20from%20seed%203&slice=0&model=disk'
const twoTerms = 'v=1&a=1+i,1+i&b=1+2i;1+4i&g=1,0,0,1&cell=1,1&slice=0'
const otherTerms = 'v=1&a=1+i,1+i&b=1+i;1+8i&g=1,0,0,1&cell=1,1&slice=0'

export const lesson: Lesson = {
  id: 'is-it-quantum',
  title: 'Is it quantum?',
  summary: 'What the title of the paper claims, and what is really there: a continuum of equal models.',
  steps: [
    {
      title: 'The claim',
      link: w,
      caption:
        'The paper is called "An Alternative to Quantum Computing". It says: to find all the equivalent solutions at the same time is equivalent to quantum computing. We take a trained head $W$ and count what we get.',
      look: ['stage'],
      notes: 'W. Chuang (2023). The parts that are true come first; ask the room what they remember of them.',
    },
    {
      title: 'A hundred thousand models',
      link: w,
      caption:
        'A random $g$ moves the $14$ points of a trained head; $C$ is computed again and compared. This is done $100\\,000$ times.',
      look: ['experiment'],
      prediction: {
        question: 'How many different models are found?',
        choices: ['A hundred thousand', 'A few', 'One'],
        answer: 2,
        because:
          'One function in many coordinates: in no member does any query prefer another key. Each takes some microseconds. A classifier trained anew takes tenths of a second, and differs on $6$ to $12\\,\\%$ of the plane.',
        link: `${w}&experiment=models`,
      },
      notes:
        'The times are of your machine and stand in the result. "At once" is true; "models" is the word to think about.',
    },
    {
      title: 'Same product, another model?',
      link: twoTerms,
      caption:
        'The orbit is not all that has the same product. Above $1$ on the axis, $A$ holds two points at the height $1$, and $B$ two at $2$ and $4$: $C = \\ln 2 + \\ln 4 = \\ln 8$.',
      look: ['product', 'stage'],
      prediction: {
        question: 'With $B$ at the heights $1$ and $8$ it is $0 + \\ln 8$. Is this pair in the same orbit?',
        choices: [
          'Yes: the product is the same',
          'Yes, with a $g$ for each inner index',
          'No: each distance would stay',
        ],
        answer: 2,
        because:
          'The two distances are $\\ln 2$ and $\\ln 4$ there, $0$ and $\\ln 8$ here, in no order the same. All pairs with the same $C$ form the **fibre**. With another row in $A$ the products part.',
        link: otherTerms,
      },
      notes:
        'Orbit ⊂ fibre ⊂ Definition 1. E.g. with the row (1 + 2i, 1 + 2i) added to A: ln 1 + ln 2 against ln 2 + ln 4.',
    },
    {
      title: 'How many are there?',
      link: 'v=1&seed=7&size=6,6,6&g=1,0,0,1&slice=0',
      caption:
        'A continuum: $3$ dimensions for every inner index, here $18$ of $144$. But it is a thin one: the $6 \\times 6$ products are $36$ equations, so pairs with the same product fill $108$ dimensions. What merely fits fills all $144$.',
      look: ['columns', 'stage'],
      notes:
        'Open "How many equivalents?" in the panel of the inner indices. With many rows and columns (at least 4h in all cases tried) orbit and fibre have the same dimension.',
    },
    {
      title: 'Superposition?',
      link: turned,
      caption:
        'Two states of a quantum computer can be added, and the sum is a state that holds both. Here are $W$ and its equivalent by $z \\mapsto -1/z$, each with loss $0.0019$. We take their average, number by number.',
      look: ['stage', 'training'],
      prediction: {
        question: 'What is the loss of the average?',
        choices: ['$0.0019$, as both are one function', 'Less: the errors average out', 'About $1$ nat'],
        answer: 2,
        because:
          '$1.01$ nats, and $70\\,\\%$ right instead of all. The average of two members is in general no member: an orbit is a curved surface, not a space in which one can add. At each moment the machine holds one model.',
        link: average,
      },
      notes:
        'In general: for z ↦ λz + μ the average of z and λz + μ is again of that form, and the loss stays. Averaging the two functions instead changes nothing, as they are equal.',
    },
    {
      title: 'Interference? Entanglement?',
      link: w,
      caption:
        'A quantum computer makes the amplitudes of wrong answers cancel. Equivalent models all give one answer: nothing to cancel, nothing to choose. And each is a plain list of $28$ numbers.',
      look: ['stage'],
      prediction: {
        question: 'How long do a million members take, instead of a hundred thousand?',
        choices: [
          'As long: they are there in parallel',
          'About three times as long, $\\sqrt{10}$',
          'Ten times as long',
        ],
        answer: 2,
        because:
          'Each costs its own arithmetic. Grover’s search needs about $\\sqrt N$ steps for $N$ places; here every member that is looked at is computed, one after the other. There is no speed-up.',
      },
      notes:
        'Try it: a million members in the experiment. Even for a quantum computer √N is the best for search without structure (Bennett, Bernstein, Brassard and Vazirani).',
    },
    {
      title: 'Does it search?',
      link: otherDrawing,
      caption:
        'The task has another minimum: this one, with $111$ and $112$ in the other order round $11$ (lesson "Minima modulo the group").',
      look: ['stage'],
      prediction: {
        question: 'How many of the $100\\,000$ members of the orbit of $W$ have this drawing?',
        choices: ['About half, as there are two drawings', 'A few', 'None'],
        answer: 2,
        because:
          'Isometries keep the order round each node, so all members of the orbit have the drawing of $W$. The group copies a solution; it does not look for one. This one was found by training from another seed.',
      },
      notes: 'Reflections turn both orders round, which counts as the same drawing up to isometry.',
    },
    {
      title: 'Is it special?',
      link: w,
      caption:
        'Continua of equivalent models are common. In ordinary attention $W_Q \\mapsto W_Q\\, g$, $W_K \\mapsto W_K\\, g^{-\\mathsf T}$ leaves $Q K^{\\mathsf T}$ as it is, for every invertible $d \\times d$ matrix $g$.',
      look: ['stage'],
      prediction: {
        question: 'A head with $64$ numbers or points a token. Which has the largest group?',
        choices: [
          'The metric product on the line',
          'The metric product in the half-plane',
          'Ordinary attention',
        ],
        answer: 2,
        because:
          '$64^2 = 4096$ dimensions, against $3 \\cdot 64 = 192$ in the half-plane and $64$ on the line. Nobody would call that quantum. What is special here is that the group can be **seen**.',
      },
      notes:
        'The names in the field: parameter space symmetry, gauge symmetry. Also: exchanging neurons, and rescaling in ReLU networks.',
    },
    {
      title: 'What is real',
      link: 'v=1&preset=tree7&cell=1,1&slice=0&model=disk',
      caption:
        'A continuum of equal models, exactly, at once, in closed form. It tells which numbers of a model mean something (those of $C$) and which do not; it aligns two models in one step; it shows why pictures of a loss and optimisers depend on coordinates.',
      look: ['stage', 'product'],
      notes:
        'Worth collecting on the board: what is a property of the model, what of its representative? Distances, barriers after aligning, predictions; weights, sharpness, gradient lengths.',
    },
    {
      title: 'The verdict',
      link: w,
      caption:
        'Not quantum: no superposition, no entanglement, no interference, no speed-up, and no search. The title promises another computer. What the paper has is a **symmetry**, and that is worth a lecture: a model is a point of a moduli space, parameters modulo a group.',
      look: ['stage'],
      notes: 'All claims with their verdicts and experiments are under "Claims" on the page.',
    },
  ],
  exercises: [
    {
      task: 'Choose one representative of the orbit of $W$: the key of token $1$ at $i$, and that of token $11$ straight above it. How many $g$ do this?',
      link: w,
      solution: 'v=1&preset=tree7&x=0.048&t=-0.084&theta=2.426&slice=0&model=disk',
      because:
        'One: two conditions for the place of the first key, one for the direction of the second, and three dimensions of $g$. It is called fixing a gauge. The key of $11$ is then at $e^{0.808}i = 2.24i$, as the distance is $0.808$.',
    },
    {
      task: 'Another pair in the fibre: find $b_{11}$ and $b_{21}$ above $1$ so that $C = \\ln 8$ again, with equal distances.',
      link: twoTerms,
      solution: 'v=1&a=1+i,1+i&b=1+2.8284271247i;1+2.8284271247i&g=1,0,0,1&cell=1,1&slice=0',
      because:
        'Each distance is $\\tfrac12 \\ln 8$, so both points are at the height $\\sqrt8$ (or $1/\\sqrt8$).',
    },
    {
      task: 'Find an equivalent $gW$, other than $W$, whose average with $W$, number by number, is equivalent to $W$ as well. Then open that average.',
      link: w,
      solution: 'v=1&preset=tree7&g=1.5,0,0,1&slice=0&model=disk',
      because:
        'For $gz = 2z$ the average is $(z + 2z)/2 = \\tfrac32 z$, the dilation shown here. Every $z \\mapsto \\lambda z + \\mu$ will do.',
    },
  ],
}
