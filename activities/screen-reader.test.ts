// @vitest-environment happy-dom
/** What a screen reader says of every activity type: as it is met, as it is worked through the screen reader alone, and afterwards. */
import { readFileSync } from 'node:fs'
import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { parse } from 'yaml'
import { components } from '#activities/components'
import { drawScenes, withWholeScenes } from '#activities/scenes'
import { activity, schemas, type ActivityType, type AnswerOf } from '#activities/schemas'
import { testHost } from '../tests/support/lessons/player-host'
import { withScreenReader } from '../tests/support/lessons/screen-reader'

interface Said {
  /** Said in this order when it is read from its top. */
  readonly fresh: readonly string[]
  /** What is pressed, and what is said by itself then. */
  readonly steps: readonly (readonly [press: string, ...says: string[]])[]
  /** Said in this order when it is read again after all that. */
  readonly after: readonly string[]
}

const heard: Record<ActivityType, Said> = {
  chat: {
    fresh: ['log, Messages', 'heading, What could Leo do?, level 2', 'button, Ask why PipTheCat wants to know'],
    steps: [['button, Ask why', 'Asking why is always allowed.']],
    after: ['Asking why is always allowed.', 'heading, What could Leo do?, level 2', 'button, Stop, and tell Aunt Jo'],
  },
  check: {
    fresh: ['heading, Question 1 of 3, level 2', 'group, What is the best first step?', 'radio, Show it to an adult, not checked, position 1, set size 3', 'Nobody is told who said what.', 'button, Pick one, disabled'],
    steps: [['radio, Show it to an adult'], ['button, Quite sure']],
    after: ['heading, Question 2 of 3, level 2'],
  },
  choice: {
    fresh: ['group, What could Maya do?', 'button, Show Gran the message', 'button, Pick one, disabled'],
    steps: [['button, Tell him the name', 'What might happen next']],
    after: ['group, What could Maya do?, disabled', 'button, Tell him the name and take the hat, pressed', 'What might happen next', 'button, Try another'],
  },
  choices: {
    fresh: ['group, Which of these are clues?', 'checkbox, "Good game!", not checked', 'button, Pick at least one, disabled'],
    steps: [['checkbox, "Good game!"'], ['button, Check', 'It is about the game', 'A gift with a price']],
    after: ['What you picked', 'You could also think about', 'button, Try another'],
  },
  confidence: {
    fresh: ['heading, Number 1 of 3, level 2', 'group, It is true, and I am', 'button, Very sure', 'group, It is not true, and I am', 'button, Not sure', 'button, Pick one, disabled'],
    steps: [['button, Not sure', 'This is not true', 'You were not sure. That is a good moment to ask someone.']],
    after: ['group, It is true, and I am, disabled', 'button, Not sure, pressed', 'button, Next one', 'button, Try another'],
  },
  content: {
    fresh: ['listitem, level 1, position 1, set size 2', 'A name can be made up.'],
    steps: [],
    after: ['A picture can be copied.'],
  },
  flags: {
    fresh: ['log, Messages', 'Great goal in your last clip!', 'button, See the clues'],
    steps: [['button, Flag this message: Great goal in your last clip!', 'Flagged'], ['button, See the clues', 'What there was to notice']],
    after: ['Wants to move to a private place.', 'heading, What there was to notice, level 2', 'heading, Getting help, level 2'],
  },
  gap: {
    fresh: ['heading, Sentence 1 of 2, level 2', 'gap', 'group, Which word goes into the gap?', 'button, trust', 'button, Pick one, disabled'],
    steps: [['button, trust', 'Leo can trust Ben\'s jokes', 'Liking a joke and trusting a person are two things.']],
    after: ['trust', 'button, Next', 'button, Try another'],
  },
  'help-finder': {
    fresh: ['heading, Is someone in danger right now?, level 2', 'button, Yes, or I think so', 'button, No'],
    steps: [['button, Yes, or I think so', 'Call 999, or ask any adult to call.']],
    after: ['heading, Call 999 now, level 2'],
  },
  helpers: {
    fresh: ['group, Think of an adult you trust.', 'button, School, not pressed', 'button, Nobody comes to mind, not pressed', 'Keep the names in your head.'],
    steps: [['button, School', 'a teacher, a helper at lunch', 'Can I talk to you after class?']],
    after: ['button, School, pressed', 'button, Nobody comes to mind, not pressed', 'It could be a teacher'],
  },
  hotspots: {
    fresh: ['image, Sam sits at a desk with a laptop.', 'What could each thing tell', 'button, 1 The window, not pressed', 'button, 4 The laptop, not pressed'],
    steps: [['button, 1 The window', 'Sam could close the curtains first.']],
    after: ['button, 1 The window, pressed', 'button, 2 The poster, not pressed', 'Sam could close the curtains first.'],
  },
  match: {
    fresh: ['group, Which message goes with which clue?', 'group, Pick one of these', 'button, "Don\'t tell your gran.", pressed', 'button, "Answer me right now!", not pressed', 'group, What goes with it', 'button, Makes her hurry, not pressed', 'button, 3 to match, disabled'],
    steps: [
      ['button, "Answer me right now!"', '"Answer me right now!" is picked.'],
      ['button, Asks for a secret', 'Look at the words "right now".'],
      ['button, Makes her hurry', '"Answer me right now!" goes with Makes her hurry. 2 left.', 'Maya can take all the time she needs.'],
    ],
    after: ['button, "Answer me right now!" goes with Makes her hurry, not pressed', 'button, Makes her hurry goes with "Answer me right now!", not pressed', 'button, 2 to match, disabled'],
  },
  order: {
    fresh: ['group, What could Omar do first', 'listitem, level 1, position 1, set size 4', 'button, Move: Tell an adult. First of four, not pressed', 'button, Move up: Tell an adult, disabled', 'button, Check'],
    steps: [
      ['button, Move: Tell an adult', 'Lifted. First of four.'],
      ['button, Move down: Tell an adult', 'Second of four: Tell an adult'],
      ['button, Check', 'Some steps could go somewhere else.'],
    ],
    after: ['button, Why? Stop chatting for now. First of four, not expanded', 'Fits here', 'button, Move the steps again'],
  },
  practice: {
    fresh: ['log, Messages', 'button, Press this message: Leo, this club is our secret. Don\'t tell your aunt., not expanded', 'button, 5 to try, disabled'],
    steps: [['button, Press this message: Leo'], ['button, Block', 'Keep them first.'], ['button, Keep', 'The words and the name stay']],
    after: ['button, Keep, pressed', 'button, Block, not pressed', 'Kept', 'button, 4 to try, disabled'],
  },
  profile: {
    fresh: ['heading, GoalMachine, level 2', 'button, Age 10, not expanded', 'group, What do you think about this profile?', 'button, Pick one, disabled'],
    steps: [['button, Age 10', 'Anyone can type 10.'], ['button, Seems fine']],
    after: ['button, Age 10, expanded', 'button, Seems fine, pressed'],
  },
  quiz: {
    fresh: ['button, Start the quiz'],
    steps: [['button, Start the quiz', 'heading, Question 1 of 3, level 2'], ['button, ', 'polite: ']],
    after: ['heading, Question 1 of 3, level 2', ', pressed', 'button, Next'],
  },
  rank: {
    fresh: ['group, Which of these tells Sam most', 'Tells Sam most', 'button, Move: You both have the same friends online. First of four, not pressed', 'Tells Sam least', 'button, See what others think'],
    steps: [
      ['button, Move up: Sam\'s family', 'Third of four: Sam\'s family knows them from real life'],
      ['button, See what others think', 'There is more than one good order'],
    ],
    after: ['button, Why? A nice photo', 'button, Change the order'],
  },
  recap: {
    fresh: ['group, What did Maya buy?', 'button, The golden gate, not pressed', 'group, Whom did she show it first?', 'button, Mr Bell, not pressed'],
    steps: [['button, Mr Bell']],
    after: ['button, Gran, not pressed', 'button, Mr Bell, pressed'],
  },
  reply: {
    fresh: ['Which school do you go to?', 'group, What could Maya say?', 'button, "I don\'t share that."'],
    steps: [['button, "I don\'t share that."', 'polite: ']],
    after: ['I don\'t share that.'],
  },
  reveal: {
    fresh: ['button, An age, expanded', 'button, A picture, not expanded', '1 of 3 looked at', 'Anyone can type a number.'],
    steps: [['button, A picture', '2 of 3 looked at']],
    after: ['button, An age, not expanded', 'button, A picture, expanded'],
  },
  scale: {
    fresh: ['slider, How easy do you think it is for Sam to tell Aunt Jo?', 'Not set yet', 'button, Very hard, not pressed', 'button, Pick one, disabled'],
    steps: [['button, A bit hard', 'A bit hard', 'Many people feel like that', 'People see this differently']],
    after: ['button, A bit hard, disabled, pressed', 'button, Try another'],
  },
  settings: {
    fresh: ['group, Who can see what now', 'Can see: Ivy\'s videos', 'heading, Setting 1 of 3, level 2', 'group, Who can see Ivy\'s videos', 'button, Everyone'],
    steps: [['button, Friends only', 'can no longer see: Ivy\'s videos', 'Ivy knows who is watching.'], ['button, Next', 'Setting 2 of 3']],
    after: ['Cannot see: Ivy\'s videos', 'heading, Setting 2 of 3, level 2', 'group, Who can see where Ivy is', 'button, Nobody'],
  },
  sort: {
    fresh: ['group, Where would you put it?', 'button, That\'s a clue', 'card, Card 1 of 4: "Cool bridge!', 'button, 4 cards left, disabled'],
    steps: [['button, That\'s a clue', 'In: That\'s a clue.', 'It is good to look closely.', 'Card 2 of 4: "This is our secret.']],
    after: ['button, That\'s a clue holds 1 card. Look inside, not expanded', 'card, Card 2 of 4', 'button, Take it back', 'button, 3 cards left, disabled'],
  },
  spread: {
    fresh: ['heading, Where the picture is now, level 2', 'It is in 1 place: Omar.', 'heading, What could Omar do?, level 2', 'button, Send it only to Ivy'],
    steps: [['button, Send it only to Ivy', 'she can send it on'], ['button, Go on', '2 places: Omar, Ivy']],
    after: ['It is in 2 places: Omar, Ivy.'],
  },
  story: {
    fresh: ['group, Maya sees a post on NestChat.', 'image, Maya and her gran share a tablet', 'button, Next'],
    steps: [['button, Next', 'group, Later there is a message for her.'], ['button, Ask Gran what she thinks', 'Maya is kind, and she asks first.']],
    after: ['Maya is kind, and she asks first.'],
  },
}

/** Fails where one of the wanted is missing, or comes too early. */
function expectInOrder(said: readonly string[], wanted: readonly string[]) {
  let at = 0
  for (const words of wanted) {
    const found = said.findIndex((phrase, index) => index >= at && phrase.includes(words))
    if (found < 0) expect(said.slice(at), `after ${at} phrases`).toContain(words)
    at = found
  }
}

/** Said of something that has no name. */
const NAMELESS = /^(?:button|radio|checkbox|image|group|region|slider|dialog|link|heading, level \d)(?:,|$)(?! \S*[^,]*[A-Za-z])/

afterEach(() => {
  document.body.innerHTML = ''
})

it.each(Object.entries(heard) as [ActivityType, Said][])('of %s: what there is, what a press leads to, and how it stands then', async (type, { fresh, steps, after }) => {
  const given = activity.parse(parse(readFileSync(`activities/${type}/example.yml`, 'utf8')))
  const { screens: [drawn = given], faces } = drawScenes(withWholeScenes([given]), 'warm', false)
  const wrapper = mount(components[type], {
    props: {
      activity: drawn,
      onAnswer: (given: AnswerOf<ActivityType>) => void wrapper.setProps({ answer: given }),
    },
    ...testHost({ faces }),
  })
  await withScreenReader(async ({ read, press }) => {
    const first = await read()
    expectInOrder(first, fresh)
    for (const [pressed, ...says] of steps) {
      const said = (await press(pressed)).join('\n')
      for (const words of says) expect(said).toContain(words)
    }
    const last = await read()
    expectInOrder(last, after)
    expect([...first, ...last].filter(phrase => NAMELESS.test(phrase) || /undefined|\[object/.test(phrase))).toEqual([])
  })
  wrapper.unmount()
})

it('there is no type that it says nothing of', () => {
  expect(Object.keys(heard).sort()).toEqual(Object.keys(schemas).sort())
})
