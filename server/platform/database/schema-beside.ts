/** Small tables that stand beside a school and its pupils (schema.ts has the others). */

export interface SchoolLogoTable {
  school_id: string
  /** `data:image/png;base64,…` */
  picture: string
  /** Changes with the picture, so that browsers may keep it. */
  version: string
}

/** What the server does to look after its data, for its own page; one row a task. */
export interface UpkeepTable {
  task: 'backup' | 'restore' | 'deletion'
  done_at: string
}

/** An account elsewhere that a pupil comes in with: a keyed hash of who they are there, and nothing of it. */
export interface PupilAccountTable {
  account_hash: string
  school_id: string
  pupil_id: string
}
