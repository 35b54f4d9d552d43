import type { Lesson } from '../../document/lesson'

/** A head on 7 nodes after 30 steps, its middle at i. */
const half =
  'v=1&a=gBwIDjARkXjRmjBl0LCMISGMnNm12civXnA&b=gAQ4DjApHhC8m9Ct27iNI7lhopE-YOCo32A&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Half%20trained%2C%207%20nodes&slice=0'
const still = `${half}&g=1,0,0,1`
const apart =
  'v=1&a=fBwL4BwZdWjfxP-p8HBe-ru0_3Vxj4t8L_D-_aKiH25XzP-MlPRoDM-U_TfKBAUqq7j-J9rfRU2H6P-zWnGMJlPk_MSwOJI5CAkDUT0_SeEzzP2w7IfaEK-C_ksBFxbmT_T-P7Dksc1njP6Hf3yvW0vw_&b=fAQ6NfX8II-70P08GuTLUx_g_nBCNxF1o-z87o-DPIwX1P7zO_P_S6uE_DhrPihhY-j_ReVufBBb7P_-4t6Wzcvs_GjA4c3XxAUCMC87fu4P3P3F0KD0BgcE_hPY7QzMTAUAePs1a2KfkP7PIpXqUiP0_&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=The%20same%2C%20moved%20by%20g&g=1,0,0,1&slice=0'
const trained = 'v=1&preset=tree7&g=1,0,0,1&slice=0'

export const lesson: Lesson = {
  id: 'two-rulers',
  title: 'Two rulers',
  summary: 'Why teleportation is about the optimiser, and not about the model.',
  steps: [
    {
      title: 'How long is a gradient?',
      link: still,
      caption:
        'This head is half trained: loss $0.212$. Its gradient has a length once a ruler is chosen. On paper, where a step is $|dz|$ long, it is $0.545$. In the metric, where it is $|dz|/\\operatorname{Im} z$ long, it is $0.504$.',
      look: ['stage', 'training'],
      notes:
        'In the metric each point counts with y |∂L/∂z|: a steeper slope for those who take longer steps. The paper claims that from a new position in the orbit training reaches a better model. This lesson finds out when.',
    },
    {
      title: 'A dilation',
      link: still,
      caption: 'All points are moved by $z \\mapsto 2z$. The loss stays, as both factors move.',
      look: ['stage', 'training'],
      prediction: {
        question: 'What becomes of the gradient in $(x, y)$, of length $0.545$?',
        choices: ['It stays $0.545$: the model is the same', 'It doubles', 'It halves'],
        answer: 2,
        because:
          'The same loss is spread over twice the length: $0.273$. In the metric it is $0.504$ as before. So "go where the gradient is largest" has no end on paper: $z \\mapsto z/2$ doubles it, again and again.',
        link: `${half}&g=2,0,0,1`,
      },
      notes: 'In general |∂L| at gz is |∂L| at z divided by |g′(z)| = Im gz / Im z.',
    },
    {
      title: 'A translation',
      link: still,
      caption:
        'All points are moved by $z \\mapsto z + 5$. Then $60$ steps of gradient descent in $(x, y)$ are made, $\\eta = 0.2$. Without the move they lead to the loss $0.0499$.',
      look: ['stage', 'twins'],
      prediction: {
        question: 'And with it?',
        choices: ['To a lower one', 'To a higher one', 'To $0.0499$, with the same loss in every step'],
        answer: 2,
        because:
          'A translation changes no gradient, so every step is the same step elsewhere. So it is for momentum and Adam, and for all that is fed with gradients alone. On the line, where the paper starts, there is nothing else.',
        link: `${half}&g=1,5,0,1`,
      },
      play: { kind: 'twins', method: 'gradientDescent', stepsIn: 'xy', learningRate: 0.2, steps: 60 },
      notes:
        'The panel Twins trains the model and its copy: one curve hides the other. With weight decay it would not hold: that looks at the numbers themselves.',
    },
    {
      title: 'A learning rate in disguise',
      link: `${half}&g=2,0,0,1`,
      caption:
        'Now $z \\mapsto 2z$ before the $60$ steps. With $\\eta = 0.2$ they lead to $0.118$ instead of $0.0499$: the steps are too short.',
      look: ['stage', 'twins'],
      prediction: {
        question: 'Which $\\eta$ gives the old run, doubled?',
        choices: ['$0.1$', '$0.2$', '$0.4$', '$0.8$'],
        answer: 3,
        because:
          'At $kz$ the gradient is $1/k$ as long and the way $k$ times as long, so $\\eta$ has to be $k^2$ times as large. The loss is $0.0499$ again. A dilation is a learning rate, no new chance; compare with a **tuned** one.',
      },
      play: { kind: 'twins', method: 'gradientDescent', stepsIn: 'xy', learningRate: 0.2, steps: 60 },
      notes:
        'In the panel Twins the copy with η = 0.2 goes the way of the model with η = 0.05, which is overlaid. Type 0.8: now it goes that of the model with 0.2, while the model itself leaps about. With Adam, whose steps are as long as η says, the factor is k and not k².',
    },
    {
      title: 'Turns are what is left',
      link: `${half}&x=0&t=0&theta=2.4434609527920614`,
      caption:
        'Every $g$ is a translation, a dilation and a turn, one after the other. Only the turn is news to gradient descent in $(x, y)$. Turned about $i$, this head has gradients from $0.499$ to $0.615$: a factor of $1.23$. Here is the largest.',
      look: ['stage', 'training'],
      notes:
        'θ = 7π/9; the least is at 2π/9, about half a turn of the plane before. Over 60 half-trained heads the factor is about 1.3 in the median, at most 1.8. In the metric: 1, always.',
    },
    {
      title: 'Train it in the metric',
      link: still,
      caption:
        'The page takes its steps in the metric: along geodesics, measured with $|dz|/\\operatorname{Im} z$. After $60$ steps of Adam the loss is $0.00794$.',
      look: ['stage', 'training'],
      play: { kind: 'train', steps: 60 },
      notes: 'Note the loss; the next step trains another member of the orbit.',
    },
    {
      title: 'Train its copy',
      link: apart,
      caption:
        'This is the same half-trained head, with all points moved by one $g$: all its numbers are others. It is trained in the same way, $60$ steps of Adam in the metric.',
      look: ['stage', 'training'],
      prediction: {
        question: 'Which loss does it reach?',
        choices: ['A lower one', '$0.00794$', 'A higher one', 'That depends on $g$'],
        answer: 1,
        because:
          'To eleven digits. $g$ keeps the metric, so it takes every step of the one run to the step of the other: they stay equivalent. Such an optimiser is called **equivariant**; for it no place in the orbit is better than another.',
      },
      play: { kind: 'train', steps: 60 },
      notes:
        'The digits that differ are rounding; after many hundred steps it is amplified where a query meets its key, and the tables part, the losses hardly. In Twins both runs can be seen, the copy pulled back.',
    },
    {
      title: 'Does it pay to jump?',
      link: trained,
      caption:
        'Teleportation: before training, a model jumps to where in its orbit the gradient is longest. Heads on $15$ nodes race to the loss $0.05$ by gradient descent, each with its best learning rate.',
      look: ['experiment'],
      prediction: {
        question: 'What does one such jump save?',
        choices: [
          'About half of the steps, everywhere',
          'Nothing in the metric, a little in $(x, y)$',
          'Nothing anywhere',
        ],
        answer: 1,
        because:
          'In the metric every start needs the same number of steps with every jump. In $(x, y)$ the median falls from about $170$ to $120$, but starts differ by more: from about $60$ to beyond $400$. The metric without any jump needs about $60$.',
        link: `${trained}&experiment=teleport`,
      },
      notes:
        'It takes some seconds. Jumping again and again helps descent in (x, y), to the smallest gradient as well as to the largest. Five starts are few: with thirty, one jump left the median where it was (171 and 172 steps).',
    },
    {
      title: 'Where jumping wins',
      link: trained,
      caption:
        'The level sets of $(x+2y-7)^2 + (2x+y-5)^2$ are ellipses. $10$ steps with $\\eta = 0.08$ lead from $144$ to $2.20$; with a jump to the longest gradient of the level set after step $4$ to $0.000945$.',
      look: ['experiment'],
      prediction: {
        question: 'Now each may choose its best $\\eta$. And if it jumps to the **shortest** gradient?',
        choices: [
          'The longest wins by far',
          'No jump is as good, once $\\eta$ is tuned',
          'Both arrive; no jump leaves $1.1$',
        ],
        answer: 2,
        because:
          'From either axis of the ellipse one $\\eta$ fits all that is left of the way. So it is no law that steeper is better. And descent that measures with the symmetric ruler needs no jump: with $\\eta = \\tfrac12$ it arrives in one step.',
        link: `${trained}&experiment=booth`,
      },
      notes:
        'The published numbers are those of Zhao, Dehmamy, Walters and Yu (2022). Here the level sets are known and the plane has two dimensions; finding the jump costs nothing.',
    },
    {
      title: 'What remains of the claim',
      link: still,
      caption:
        'A new place in the orbit helps only an optimiser whose ruler is not the one that the group keeps. Translations then do nothing, dilations are a learning rate, and turns scatter the runs. The fair comparisons are a tuned learning rate, the metric, and fresh starts.',
      look: ['stage'],
      notes:
        'On new data (experiment "New data from equivalent starts"): equivalent starts end at one loss in the metric; with large steps in (x, log y) they scatter; the best of twelve fresh starts was lowest by far in our runs.',
    },
  ],
  exercises: [
    {
      task: 'Move the half-trained head so that its gradient in $(x, y)$ is exactly a quarter as long, and its loss the same.',
      link: still,
      solution: `${half}&g=4,0,0,1`,
      because: 'At $kz$ the gradient is $1/k$ as long: $z \\mapsto 4z$. Any translation may come with it.',
    },
    {
      task: 'In the experiment with the Booth function, choose the learning rate so that the **first** step after the jump to the longest gradient arrives at the minimum.',
      link: `${trained}&experiment=booth`,
      solution: `${trained}&experiment=booth,rate=1/18,steps=5`,
      because:
        'On the short axis the Hessian has the eigenvalue $18$, and a step multiplies by $1 - 18\\eta$: this is $0$ for $\\eta = 1/18 \\approx 0.0556$. Four steps, a jump, one step: the loss is $0$, to rounding.',
    },
    {
      task: 'With $\\eta = 0.08$ and $10$ steps: when must the jump be made so that the last loss is below $2 \\cdot 10^{-5}$?',
      link: `${trained}&experiment=booth`,
      solution: `${trained}&experiment=booth,jump=0`,
      because:
        'At once. Each step on the short axis multiplies the loss by $(1 - 18\\eta)^2 = 0.1936$, and $144 \\cdot 0.1936^{10} = 1.07 \\cdot 10^{-5}$. After one step without the jump it is already too late.',
    },
  ],
}
