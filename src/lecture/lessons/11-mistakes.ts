import type { Lesson } from '../../document/lesson'

/** Two classifiers of the same 80 inputs, 7 prototypes a class, trained from two starts. */
const prototypes =
  'v=1&b=gARwEkibagbkAm0gK8BdcQJcBtXwrNFhNxEGgHMQFFgNzxGGAKCxHVAnYAO3A2RAGJCCGwcxgokwIQrfAE3sAXfAENA&classifier=spirals,1.5,80,400,2;59;learned&title=Two%20spirals%2C%20not%20learned%20completely&slice=0&model=disk&view=0,2.85'
const w = `${prototypes}&g=1,0,0,1`
const other =
  'v=1&b=gARwEk4_vDXd4KxmB6SC2pgMqgfoQCEgAySBhMAYBAFdBGqIEdIBOOAoGE02AVKAGJoMxIByGDL8Bl9AH5gcwgDPoFYiAqsA&classifier=spirals,1.5,80,400,2;151;learned&title=Trained%20from%20another%20start&slice=0&model=disk&view=0,2.85&g=1,0,0,1'
const moved = `${prototypes}&x=0.4&t=0.15&theta=0.25`
const eighth = '&cell=8,1&free=a,8,1'
const nineteenth = '&cell=19,1&free=a,19,1'
/** Input 8 of the first is elsewhere. */
const attacked = `v=1&a=gUAIDjwTQMCgJ6FHgYuOmACYD8A1iJegO0D1gzmG0Aa4DzApiEgg1UFgAkiDTA-MF4gaKC6hH0HDgTWCNhocOagKyCQhqcW_gAICDgoIdsACQCEAAGg2gL0B0B16aAgRcB4iIyNyAaIB8h16JmAgoB8ByKH2giMB5hM2EPAs0CZBLmDnA40CZg5yCVg_YCyA4mCZhR8DaArCB-heUEPgleBghtwFpAc6BciE8GGAYyBUiq0KRgXmBPC-gMqAO6BHDrkUHAMWBEjgwgzAGeA9hpI4PgDGA4g_vGwAFwA0kWufwAFMA3jqyOzgLcA2jc6M_gRsAzi06ImAVUA4iHeD7gZkA4CAOD_gfsA-hmeCkgiABBhfSCXgnoA5hNaBkgqkBAhKqBjAyUBFBB6BQg50BDA&b=gARwEkibagbkAm0gK8BdcQJcBtXwrNFhNxEGgHMQFFgNzxGGAKCxHVAnYAO3A2RAGJCCGwcxgokwIQrfAE3sAXfAENA&classifier=spirals,1.5,80,400,2;59;learned&title=Two%20spirals%2C%20not%20learned%20completely&slice=0&model=disk&view=0,2.85&g=1,0,0,1${eighth}`
const otherAttacked = `v=1&a=gUAIDjwTQMCgJ6FHgYuOmACYD8A1iJegO0D1gzmG0Aa4DzApiEgg1UFgAkiDTA-MF4gaKC6hH0HDgTWCNhocOagKyCQhqcW_gAICDgoIdsACQCEAAGg2gL0B0B16aAgRcB4iIyNyAaIB8h16JmAgoB8ByKH2giMB5hM2EPAs0CZBLmDnA40CZg5yCVg_YCyA4mCZhR8DaArCB-heUEPgleBghtwFpAc6BciE8GGAYyBUiq0KRgXmBPC-gMqAO6BHDrkUHAMWBEjgwgzAGeA9hpI4PgDGA4g_vGwAFwA0kWufwAFMA3jqyOzgLcA2jc6M_gRsAzi06ImAVUA4iHeD7gZkA4CAOD_gfsA-hmeCkgiABBhfSCXgnoA5hNaBkgqkBAhKqBjAyUBFBB6BQg50BDA&b=gARwEk4_vDXd4KxmB6SC2pgMqgfoQCEgAySBhMAYBAFdBGqIEdIBOOAoGE02AVKAGJoMxIByGDL8Bl9AH5gcwgDPoFYiAqsA&classifier=spirals,1.5,80,400,2;151;learned&title=Trained%20from%20another%20start&slice=0&model=disk&view=0,2.85&g=1,0,0,1${eighth}`

export const lesson: Lesson = {
  id: 'same-function-same-mistakes',
  title: 'Same function, same mistakes',
  summary: 'What equivalent models do with inputs that are wrong, and with attacks.',
  steps: [
    {
      title: 'A classifier that is not perfect',
      link: w,
      caption:
        'Two spirals, $80$ inputs $x$ and $14$ prototypes $w$, each of a class. The weights are $\\mathrm{softmax}(-\\beta\\, d(x, w))$, and $P(\\text{class})$ is the sum over its prototypes. $75$ of the $80$ training inputs are decided right, and $356$ of $400$ held out.',
      look: ['classifier', 'stage'],
      notes:
        'Places of the plane become points in polar coordinates about i, the middle of the disk. A = inputs, B = prototypes; the inputs 1, 2, 3, 19 and 21 are wrong: rings in the picture.',
    },
    {
      title: 'An equivalent that knows better?',
      link: w,
      caption:
        'The paper suggests to replace a model by an equivalent one that no longer takes the wrong input. $g$ moves prototypes and inputs.',
      look: ['classifier', 'stage'],
      prediction: {
        question: 'How many of the $44$ wrong held-out inputs does $gW$ decide right?',
        choices: ['None', 'About half, by chance', 'All, for the right $g$'],
        answer: 0,
        because:
          'None, for any $g$. Every distance is the same, so every probability is, right or wrong. In an orbit all models are **one function**: same function, same mistakes.',
      },
      play: { kind: 'element', link: moved, seconds: 3 },
      notes: 'Drag g as long as you like: the counts do not change.',
    },
    {
      title: 'Not one place',
      link: moved,
      caption:
        'It is so at every input, not only at those that we have. The picture shows which class each of $6912$ places of the plane gets, computed with the moved prototypes at the moved places. None has changed.',
      look: ['classifier'],
      notes: 'Switch between before and after. The number beside the picture is counted, not assumed.',
    },
    {
      title: 'An attack',
      link: w + eighth,
      caption:
        'Input $8$, at the end of the violet line, is decided right. Its **certified radius** is $0.022$, half the difference of the soft distances to the two classes: nothing nearer is decided otherwise.',
      look: ['classifier', 'stage'],
      prediction: {
        question: 'Input $8$ is moved by $0.12$, hyperbolic length. What happens?',
        choices: ['Wrong for every direction', 'Wrong for some direction', 'It stays right'],
        answer: 1,
        because:
          'The radius says where nothing can happen, and nothing beyond. This direction was looked for: the input is wrong now. That is an adversarial example.',
        link: attacked,
      },
      notes: 'From 0.372 + 0.489i to 0.430 + 0.486i. Point at the input to read its probabilities.',
    },
    {
      title: 'Whom does it fool?',
      link: attacked,
      caption:
        'The moved input was made against $W$. We try it on $gW$ and on a classifier trained from another start.',
      look: ['classifier'],
      prediction: {
        question: 'Who decides it right?',
        choices: ['$gW$, for most $g$', 'The other classifier', 'Both', 'Neither'],
        answer: 1,
        because:
          '$gW$ is fooled, always. The other classifier, shown now, is another function and happens to have it right. It need not: some attacks fool both.',
        link: otherAttacked,
      },
      notes:
        'The same 80 inputs, input 8 moved, other prototypes. Its own mistakes among them are the inputs 1 and 24.',
    },
    {
      title: 'All attacks',
      link: w,
      caption:
        'Now many attacks of radius $0.12$ on larger classifiers, each found by going up the gradient. Those that fool the model are tried on others.',
      look: ['experiment'],
      prediction: {
        question: 'How many of them fool members of its orbit?',
        choices: ['About a quarter', 'Nearly all, but for rounding', 'All'],
        answer: 2,
        because:
          'All of them; no decision among $20\\,000$ differs. Models trained anew are fooled by between a quarter and a third of them. Inside the certified radius no attack worked, among thousands.',
        link: `${w}&experiment=attacks`,
      },
      notes:
        'It takes some seconds. The paper’s claim of a defence is false for the orbit: the experiment says so.',
    },
    {
      title: 'Prototypes only',
      link: w,
      caption:
        'If only the prototypes are moved, it **is** another model. We dilate them by $e^{0.2}$; the inputs stay.',
      look: ['classifier', 'move'],
      prediction: {
        question: '$18$ of the $44$ wrong held-out inputs become right. How many are wrong in all?',
        choices: ['$26$', '$44$', '$64$'],
        answer: 2,
        because:
          '$38$ that were right are wrong now: $44 - 18 + 38 = 64$. To count repaired inputs alone is a mistake. Which of the two a move does for an input, only the label tells.',
        link: `${prototypes}&x=0&t=0.2&theta=0&move=b`,
      },
      notes:
        'A one-sided move that repairs a given input nearly always exists; it is found by somebody who knows the answer.',
    },
    {
      title: 'Trained anew',
      link: other,
      caption:
        'The classifier from the other start: $46$ of $400$ held-out inputs are wrong. $19$ of them are wrong for both, $25$ for the first only, $27$ for this one only. Both fit most of the training set; they are near in loss, and not equivalent.',
      look: ['classifier'],
      notes:
        'Definition 1 of the paper calls models equivalent that fit the training set. Such models may differ off it, as these do; those of the orbit may not. The two must be kept apart.',
    },
    {
      title: 'What does help',
      link: w,
      caption:
        'Average the probabilities of several models. In our runs, attacks that left a single model about $86\\,\\%$ right left nine trained anew about $93\\,\\%$, and nine one-sided copies about $92\\,\\%$. Nine members of the orbit are nine times one function: their average changes nothing.',
      look: ['classifier'],
      notes:
        'Each was attacked itself. Training anew costs nine trainings; one-sided copies are free and a smoothing of the input. None of this comes from the symmetry.',
    },
  ],
  exercises: [
    {
      task: 'Put input $19$, at the end of the violet line, right by moving the prototypes only, as little as you can. What happens to the held-out inputs?',
      link: w + nineteenth,
      solution: `${prototypes}&x=0.05&t=0&theta=0&move=b${nineteenth}`,
      because:
        '$z \\mapsto z + 0.05$ on the prototypes does it, but input $23$ becomes wrong, and of the held-out ones $46$ are wrong instead of $44$.',
    },
    {
      task: 'Now leave the prototypes, and drag input $19$ itself by less than $0.1$ so that it is decided right.',
      link: w + nineteenth,
      solution: `v=1&a=gUAIDjwTQMCgJ6FHgYuOmACYD8A1iJegO0D1gzmG0AXQD0gpiEgg1UFgAkiDTA-MF4gaKC6hH0HDgTWCNhocOagKyCQhqcW_gBOB9AoIdsACQCEAAGg2gL0B0B16aAgRcB4iIyNyAaIB8h16JmAgoB8ByKH2giMB5hM2EPAs0CZBLmDnA40CZg5yCVg_YCyA4mCZhR8DaArCB-heUEPgleBghtwFpAc6BciE8GGAYyBUiq0KRgXmBPC-gMqAO6BHDrkUHAMWBEjgwgzAGeA9hpI4PgDGA4g_vGwAFwA0kWufwAFMA3jqyOzgLcA2jc6M_gRsAzi06ImAVUA4iHeD7gZkA4CAOD_gfsA-hmeCkgiABBhfSCXgnoA5hNaBkgqkBAhKqBjAyUBFBB6BQg50BDA&b=gARwEkibagbkAm0gK8BdcQJcBtXwrNFhNxEGgHMQFFgNzxGGAKCxHVAnYAO3A2RAGJCCGwcxgokwIQrfAE3sAXfAENA&classifier=spirals,1.5,80,400,2;59;learned&title=Two%20spirals%2C%20not%20learned%20completely&slice=0&model=disk&view=0,2.85&g=1,0,0,1${nineteenth}`,
      because:
        'It lies at $-0.020 + 0.250i$ now, a little less than $0.1$ away. An attack in reverse: what a small move can make wrong, another can make right.',
    },
  ],
}
