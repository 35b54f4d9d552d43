import type { Lesson } from '../../document/lesson'

/** Heads of one task, each from random tables of another seed; W is that of seed 14. */
const w = 'v=1&preset=tree7&g=1,0,0,1&cell=1,1&slice=0&model=disk'
const shown = 'slice=0&model=disk'
const seed12 = `v=1&a=gBwIDjBj3ClsUOkSGLE_SCIdzfJRm8kHC1A&b=gAQ4DjBk3CFe0ZEFmVE6x0I5TNJzmIEZClg&g=1,0,0,1&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Trained%20from%20seed%2012&${shown}`
const halfWay = `v=1&a=gBwIDixC_qDdSAXuZl3PMKCypBU6nAzAA&b=gAQ4Diw7-mC5UoWObGkN-MauRGEdmtwYA&g=1,0,0,1&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Half%20way%20to%20seed%2012&${shown}`
const aligned12 = `v=1&a=gBwIDjBj3ClsUOkSGLE_SCIdzfJRm8kHC1A&b=gAQ4DjBk3CFe0ZEFmVE6x0I5TNJzmIEZClg&x=-0.168&t=0.044&theta=1.512&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Trained%20from%20seed%2012&${shown}`
const aligned8 = `v=1&a=gBwIDjQLKBxCGnUFcEHoFLlRMCT0DSCFiowuQ&b=gAQ4DjQN6EQ8uokFUERI2bwBMaRADbB3CoQqA&x=0.001&t=0.134&theta=0.342&reflected=1&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Trained%20from%20seed%208&${shown}`
const seed3 = `v=1&a=gBwIDjAyXtjokhHK25i1COmjjjnCTMNKXvg&b=gAQ4DjAkX7DdE0m-3Fish_HAjbHXS4Nh3LA&g=1,0,0,1&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Trained%20from%20seed%203&${shown}`
const aligned3 = `v=1&a=gBwIDjAyXtjokhHK25i1COmjjjnCTMNKXvg&b=gAQ4DjAkX7DdE0m-3Fish_HAjbHXS4Nh3LA&x=0.173&t=0.149&theta=3.021&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Trained%20from%20seed%203&${shown}`
const seed13 = `v=1&a=gBwIDjQUx0Qz-n6GNDoEOZRJuHA4KcCjhCwdo&b=gAQ4DjQUB3YuGoOGNDxELJHJ4jIGKiCThFwaw&g=1,0,0,1&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Trained%20from%20seed%2013&${shown}`

export const lesson: Lesson = {
  id: 'minima-modulo-the-group',
  title: 'Minima modulo the group',
  summary: 'How many different minima are there, if equivalent models count as one?',
  steps: [
    {
      title: 'A minimum, and its orbit',
      link: w,
      caption:
        'This head $W$ has learned its tree: loss $0.0019$, every held-out position right. So has every $gW$, as it is the same function. All $gW$ together are the **orbit** of $W$.',
      look: ['stage'],
      notes:
        'Three notions, each inside the next: the orbit (the same function on every input), the fibre (the same product C), Definition 1 of the paper (both fit the training set). For this head orbit and fibre have the same dimension, 3; the set of all heads with loss below 0.05 has all 28.',
    },
    {
      title: 'Another seed',
      link: seed12,
      caption:
        'The same task and the same training, from other random tables. The loss is $0.0018$, and every held-out position is right.',
      look: ['stage', 'product'],
      prediction: {
        question: 'Is this head in the orbit of $W$?',
        choices: [
          'Yes: neither makes a mistake, so they are one function',
          'Yes: their losses agree to $0.0001$',
          'No: its product is another one',
        ],
        answer: 2,
        because:
          'Members of an orbit have the same $C$; here entries differ by up to $0.08$. Both fit the training set, which is all that Definition 1 of the paper asks. The weights they give are not the same.',
      },
      notes: 'Go one step back and forth and compare a row of C: alike, not equal.',
    },
    {
      title: 'Half way',
      link: seed12,
      caption: 'We go from $W$ to this head in a straight line: all $28$ numbers change at the same rate.',
      look: ['stage', 'training'],
      prediction: {
        question: 'What is the loss half way?',
        choices: [
          'About $0.002$, as at both ends',
          'About $1$ nat',
          'Less than at the ends: averages are better',
        ],
        answer: 1,
        because:
          'It is $0.99$ nats, and $75\\,\\%$ of the held-out positions are right. The hill is called a **barrier**: how far the loss rises above the line between its values at the ends. On this way it is $1.14$ nats.',
        link: halfWay,
      },
      notes:
        'On geodesics, each point at constant speed along its own, the barrier is 0.99 nats. Definition as in Entezari et al. (2021).',
    },
    {
      title: 'The best g',
      link: seed12,
      caption:
        'Which $g$ brings these $14$ points nearest to those of $W$? The least $\\sum \\cosh d(gz_j, w_j)$ is an eigenvalue problem of a $4 \\times 4$ matrix, so $g$ has a closed form. The distances, $2.48$ in root mean square, become $0.04$.',
      look: ['stage', 'element'],
      play: { kind: 'element', link: aligned12, seconds: 4 },
      notes:
        'Compare with the first step: it is the picture of W. "Align to another model…" in the panel Centre does this for any two models. The form is quadratic in the four entries of g, and det g = 1 is a quadratic constraint: hence an eigenvalue problem.',
    },
    {
      title: 'And the barrier?',
      link: aligned12,
      caption: 'The head has been moved by $g$. It is the same function as before.',
      look: ['stage'],
      prediction: {
        question: 'How high is the barrier now, along geodesics from $W$?',
        choices: ['As high as before: $g$ changes no loss', 'A little lower', 'There is none'],
        answer: 2,
        because:
          'The loss at the two ends is what it was, but the way is another one. At none of $61$ places on it does the loss rise above the line between the ends. Modulo the group the two heads are one minimum.',
      },
      notes:
        'The experiment "Minima modulo the group" shows how the barrier falls while g is applied little by little: models 3 and 1 of seeds from 12 on are W and this head. It tells how many minima there are, so it comes in the last step but one.',
    },
    {
      title: 'In the mirror',
      link: aligned8,
      caption:
        'A third seed. Its points come within $0.05$ (root mean square) of those of $W$ only after the mirror $z \\mapsto -\\bar z$; without it they stay $1.09$ away. The mirror keeps all distances as well: it belongs to the group, though it is no Möbius map.',
      look: ['stage', 'element'],
      notes:
        'Hollow marks: the head as it was trained. The full group of isometries is PGL(2,R); the paper has PSL(2,R) only. After this g the barrier to W is 0 as well.',
    },
    {
      title: 'One that does not fit',
      link: seed3,
      caption:
        'A fourth seed, loss $0.0017$. On geodesics the barrier between this head and $W$ is $0.22$ nats. We move it by its best $g$.',
      look: ['stage', 'element'],
      prediction: {
        question: 'How high is the barrier after that?',
        choices: [
          '$0$, as the best $g$ takes every barrier away',
          'Less than $0.22$, but not $0$',
          'About $0.33$',
        ],
        answer: 2,
        because:
          'The leaves $111$ and $112$ have changed places, and no $g$ brings both home. What is nearest in distance need not be lowest in loss: here the barrier even rises.',
        link: aligned3,
      },
      notes:
        'In root mean square 0.77 is left between the points. A question that comes: perhaps another g takes it away? Then every way would have to avoid what the next step shows.',
    },
    {
      title: 'The order round a node',
      link: aligned3,
      caption:
        'Round the key of $11$ lie those of $1$, $112$, $111$, anticlockwise in $W$; here it is $1$, $111$, $112$. A mirror turns round **all** such orders, not one. To change one alone, two branches must come into one direction, where the loss is high.',
      look: ['stage'],
      prediction: {
        question:
          'Only $11$ and $12$ have three neighbours; the root has two. How many drawings of the tree are there up to isometry?',
        choices: ['$1$', '$2$', '$4$', '$7$, one a node'],
        answer: 1,
        because:
          'Two orders at $11$, two at $12$: four drawings. A mirror turns both round, so they come in pairs: $4/2 = 2$.',
      },
      notes:
        'Bending the tree does not change such an order. Why has a node with two neighbours only one order? On a circle two things have one cyclic order. That minima are the drawings is measured here, not proved.',
    },
    {
      title: 'Ten seeds',
      link: w,
      caption: 'Ten heads from ten seeds, each pair aligned by its best isometry.',
      look: ['experiment'],
      prediction: {
        question: 'How many different minima are left?',
        choices: ['Ten', 'Two', 'One'],
        answer: 1,
        because:
          'Two, the two drawings. All $24$ pairs with the same drawing have barrier $0$ after aligning; the $21$ others keep one of $0.25$ to $0.34$ nats.',
        link: `${w}&experiment=minima`,
      },
      notes: 'The matrix is sorted by drawing: two blocks of zeros. It takes one or two seconds.',
    },
    {
      title: 'What may be hoped for',
      link: 'v=1&a=gDwIDjQCCaYtaZeMlHBl15bwo6JiLKChm6yAR3OdGX7iyiEIZ4t2GkMYBiiYggZ34TggNKag&b=gAR4DjQHB_4zmWAOSF7FXZV4mqLaNBDNlbRYKIKW8ZsicCBYTYuyEOM6BIiCQXR94M2uUK2A&head=gAQ8AAwSk3Jbt-A;10;fixed;200,1000,6,12&g=1,0,0,1&cell=1,1&slice=0&model=disk',
      caption:
        'The paper hopes that from an equivalent model the barrier to another minimum is lower. True only if both are **one** minimum modulo the group: then it vanishes. The group finds all copies of a minimum, and never another one. For these $15$ nodes there are $2^6/2 = 32$ drawings.',
      look: ['stage'],
      notes:
        'Six nodes have three neighbours: 11, 12, 111, 112, 121, 122. Choose "15 nodes" in the experiment: among a few seeds nearly all drawings are different ones. Exchanging 111 and 112 is a symmetry of the task and not of g: the exercise.',
    },
  ],
  exercises: [
    {
      task: 'The head from seed 3 has the other drawing. Make one of the drawing of $W$ from it, by exchanging points and without any training. Every held-out position must still be right.',
      link: seed3,
      solution: `v=1&a=gBwIDjAyXtjokhHK25mjjji1COnCTMNKXvg&b=gAQ4DjAkX7DdE0m-3FnAjbCsh_HXS4Nh3LA&g=1,0,0,1&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Seed%203%20with%20111%20and%20112%20exchanged&${shown}`,
      because:
        'Rows $111$ and $112$ of $A$ are exchanged, and so are these columns of $B$. For the task the two leaves are alike, so it is learned as well as before; but the order round $11$ is the other one, and the aligned barrier to $W$ is $0$. No isometry does this.',
    },
    {
      task: 'Find the element that brings the head from seed 13 nearest to $W$ (in the panel Centre: align to another model, with the link of the first step). No point may be left more than $0.1$ from its partner.',
      link: seed13,
      solution: `v=1&a=gBwIDjQUx0Qz-n6GNDoEOZRJuHA4KcCjhCwdo&b=gAQ4DjQUB3YuGoOGNDxELJHJ4jIGKiCThFwaw&x=0.189&t=0.11&theta=1.314&cell=1,1&head=0,1,1,2,2,3,3;10;fixed;200,1000,5,12&title=Trained%20from%20seed%2013&${shown}`,
      because:
        'It has the drawing of $W$. The points are $0.04$ away in root mean square, and the barrier on geodesics is $0$.',
    },
    {
      task: 'Show that the mirror image of $W$ is as good as $W$, on every input.',
      link: w,
      solution: 'v=1&preset=tree7&g=1,0,0,1&reflected=1&cell=1,1&slice=0&model=disk',
      because:
        'A reflection before $g = 1$: all distances stay, so $C$ does, and all weights. All cyclic orders are turned round together.',
    },
  ],
}
