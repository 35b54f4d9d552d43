import type { Lesson } from '../../document/lesson'

export const lesson: Lesson = {
  id: 'distances',
  title: 'A product made of distances',
  summary: 'A matrix product whose terms are distances instead of products of numbers.',
  steps: [
    {
      title: 'Two matrices of points on a line',
      link: 'v=1&space=line&a=0,2;1,5&b=3,1;4,2&title=Two%20by%20two&slice=0',
      caption:
        'The entries of $A$ and $B$ are points of the real line. Their **metric product** adds distances where the usual product adds products: $(A \\odot B)_{kl} = \\sum_i |a_{ki} - b_{il}|$.',
      look: ['factors', 'product'],
      notes: 'Let somebody compute the first entry aloud: $|0-3| + |2-4| = 5$.',
    },
    {
      title: 'One entry, two distances',
      link: 'v=1&space=line&a=0,2;1,5&b=3,1;4,2&title=Two%20by%20two&cell=2,1&slice=0',
      caption: 'Row 2 of $A$ is $(1, 5)$, column 1 of $B$ is $(3, 4)$.',
      look: ['stage', 'product'],
      prediction: {
        question: 'What is $(A \\odot B)_{21}$?',
        choices: ['$2$', '$3$', '$23$'],
        answer: 1,
        because: '$|1 - 3| + |5 - 4| = 2 + 1 = 3$.',
      },
    },
  ],
  exercises: [
    {
      task: 'Move one entry of $A$ so that $(A \\odot B)_{11} = 0$ is possible with one more. Which entries must meet?',
      link: 'v=1&space=line&a=0,2;1,5&b=3,1;4,2&slice=0',
      solution: 'v=1&space=line&a=3,4;1,5&b=3,1;4,2&slice=0',
      because: 'A sum of distances is zero only if each of them is: $a_{11} = b_{11}$ and $a_{12} = b_{21}$.',
    },
  ],
}
