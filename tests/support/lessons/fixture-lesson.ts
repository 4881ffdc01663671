/** A small lesson that passes the schema, for tests that need any lesson at all: opening, choice, chat, quiz, ending. */
import { lesson, type Lesson } from '#activities/lesson'

const objective = { id: 'spot', text: 'I can spot when something does not fit.', frameworks: ['OR3a'] }

function quizItem(id: string) {
  return {
    id,
    objective: 'spot',
    vignette: 'Kicka asks Sam to keep their chats a secret.',
    question: 'What could Sam do?',
    options: [
      { id: 'tell', text: 'Tell a trusted adult', feedback: 'Telling is a strong thing to do.', correct: true },
      { id: 'keep', text: 'Keep the secret', feedback: 'Secrets like this are for sharing with an adult.', misconception: 'secrets' },
      { id: 'ask', text: 'Ask Kicka why', feedback: 'Kicka may say something that is not true.', misconception: 'secrets' },
    ],
  }
}

/** @returns a fresh copy with the given fields in place of its own, checked by the schema */
export function fixtureLesson(changes: Partial<Lesson> = {}): Lesson {
  return lesson.parse({
    id: 'lying-online-9-11',
    module: 'lying-online',
    band: '9-11',
    locale: 'en',
    version: 3,
    title: 'Who is really there?',
    summary: 'A small lesson for tests.',
    minutes: 10,
    passMark: 70,
    keywords: ['test'],
    objectives: [objective, { ...objective, id: 'tell' }],
    misconceptions: [{ id: 'secrets', text: 'A promise to keep a secret must be kept.' }],
    glossary: [],
    screens: [
      {
        id: 'opening',
        type: 'opening',
        title: 'Who is really there?',
        today: 'Today: people who lie online.',
        picture: { id: 'cover', alt: 'Two tablets' },
      },
      {
        id: 'first-clue',
        type: 'choice',
        title: 'A first clue',
        question: 'What would you say?',
        options: [
          { id: 'a', text: 'I would ask somebody', tone: 'thoughtful', feedback: 'Asking is a good idea.' },
          { id: 'b', text: 'I am not sure', tone: 'unsure', feedback: 'Not knowing is fine.' },
        ],
      },
      {
        id: 'chat-kicka',
        type: 'chat',
        title: 'A chat',
        app: { name: 'BlockHaven', look: 'game' },
        speakers: [
          { id: 'sam', name: 'Sam', role: 'me', picture: 'face-sam' },
          { id: 'kicka', name: 'Kicka', role: 'contact' },
        ],
        turns: [
          {
            id: 'start',
            messages: [{ from: 'kicka', text: 'Hi!' }],
            choices: [
              { id: 'hi', text: 'Say hi', tone: 'unsure', feedback: 'That is fine.', next: 'end' },
              { id: 'stop', text: 'Stop', tone: 'thoughtful', feedback: 'You may stop at any time.', next: 'end' },
            ],
          },
          { id: 'end', messages: [], ending: { text: 'Sam stops.', help: 'Sam tells Dad.' } },
        ],
      },
      { id: 'quiz', type: 'quiz', title: 'Quiz', draw: 3, pool: ['one', 'two', 'three', 'four'].map(quizItem) },
      {
        id: 'ending',
        type: 'ending',
        title: 'Before you go',
        oneThing: [
          { id: 'ask', text: 'Ask' },
          { id: 'stop', text: 'Stop' },
          { id: 'tell', text: 'Tell' },
        ],
        closing: ['Look out of the window.'],
      },
    ],
    ...changes,
  })
}
