import { expect, it, vi } from 'vitest'
import { slidesOf } from '../../../components/present/slides'
import { readLibrary } from '../library/library.ts'
import { folderSource } from '../sources/folder-source.ts'
import { quizItem } from './quiz-item.ts'

const library = readLibrary(folderSource('content'))
vi.mock('./app-library.ts', () => ({ appLibrary: () => library }))

it('a question that a class answers together has its options in the order of the board, in every lesson', async () => {
  const { lessons } = await library
  for (const { value: lesson } of lessons) {
    const questions = slidesOf(lesson, [], '').flatMap(slide =>
      slide.kind === 'screen' && slide.screen.type === 'choice' && slide.id !== slide.from ? [{ ...slide, screen: slide.screen }] : [])
    expect(questions.length).toBeGreaterThan(0)
    for (const { id, from, screen } of questions) {
      const { item } = await quizItem(lesson.id, from, id.slice(from.length + 1), lesson.locale)
      expect(item.options.map(option => option.id), `${lesson.id} ${id}`).toEqual(screen.options.map(option => option.id))
    }
  }
})
