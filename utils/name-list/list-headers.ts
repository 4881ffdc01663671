/**
 * What stands above the columns of class lists: as Arbor, SIMS, Bromcom, iSAMS, ScholarPack, Google Classroom and OneRoster export them,
 * and as schools type it themselves in Welsh, Irish, Polish, Romanian, Urdu, Arabic, Ukrainian, Portuguese and French.
 */

export type HeaderKind
  /** What a pupil wants to be called. */
  = | 'preferred'
    | 'first'
    | 'full'
    | 'surname'
  /** The class or registration group that a pupil is in. */
    | 'class'
  /** Whether somebody is a pupil or a teacher. */
    | 'role'
  /** Anything that is no name, and is dropped at once. */
    | 'other'

const words: Readonly<Record<HeaderKind, readonly string[]>> = {
  preferred: [
    'alias', 'known as', 'preferred name', 'preferred first name', 'preferred forename', 'preferredfirstname', 'pref forename',
    'preferred given name',
    'chosen name', 'chosen forename', 'display name', 'nickname', 'calling name', 'known name',
    'enw a ffefrir', 'enw dewisol', 'llysenw', 'ainm baiste roghnaithe', 'leasainm', 'przydomek', 'pseudonim', 'zdrobnienie', 'poreclă',
    'porecla', 'prenume preferat',
    'عرفیت', 'پکارنے کا نام', 'اسم الشهرة', 'الاسم المفضل', 'бажане ім\'я', 'прізвисько', 'alcunha', 'apelido preferido', 'nome social',
    'nome preferido', 'surnom', 'prénom usuel', 'prénom d\'usage',
  ],
  first: [
    'first name', 'firstname', 'first names', 'forename', 'forenames', 'given name', 'givenname', 'given names', 'legal forename',
    'legal first name', 'chosen first name',
    'student forename', 'pupil forename', 'student first name', 'pupil first name', 'child first name', 'child forename',
    'christian name', 'first',
    'enw cyntaf', 'enwau cyntaf', 'enw bedydd', 'enw cyfreithiol', 'céadainm', 'ainm', 'ainm baiste', 'chéad ainm', 'an chéad ainm', 'imię', 'imiona',
    'imie', 'pierwsze imię', 'prenume', 'prenumele',
    'پہلا نام', 'نام', 'الاسم الأول', 'الاسم', 'الإسم', 'الاسم الاول', 'ім\'я', 'імя', 'nome próprio', 'primeiro nome', 'nome', 'prénom',
    'prénoms', 'prenom',
  ],
  full: [
    'name', 'names', 'full name', 'fullname', 'pupil', 'pupils', 'pupil name', 'pupil names', 'student', 'students', 'student name',
    'student names', 'child', 'child name', 'learner', 'learner name',
    'legal full name', 'legal name', 'preferred full name', 'name (last, first)', 'last, first', 'surname, forename', 'surname forename',
    'member', 'user', 'common name', 'pupil\'s name', 'student\'s name', 'child\'s name',
    'enw', 'enwau', 'enw llawn', 'enw\'r disgybl', 'disgybl', 'disgyblion', 'ainm iomlán', 'ainm agus sloinne', 'dalta', 'daltaí',
    'imię i nazwisko', 'nazwisko i imię', 'uczeń', 'uczniowie',
    'nume complet', 'nume și prenume', 'nume şi prenume', 'numele și prenumele', 'elev', 'elevi', 'پورا نام', 'مکمل نام', 'طالب علم',
    'طالب علم کا نام', 'الاسم الكامل', 'الاسم الثلاثي', 'اسم الطالب', 'اسم التلميذ', 'الطالب',
    'повне ім\'я', 'піб', 'прізвище та ім\'я', 'прізвище, ім\'я', 'учень', 'учні', 'nome completo', 'nome do aluno', 'aluno', 'alunos',
    'nom complet', 'nom et prénom', 'nom prénom', 'élève', 'élèves', 'eleve',
  ],
  surname: [
    'surname', 'surnames', 'last name', 'lastname', 'family name', 'familyname', 'legal surname', 'legal last name', 'preferred surname',
    'preferred last name', 'preferredlastname', 'chosen surname', 'last',
    'student surname', 'pupil surname', 'student last name', 'pupil last name',
    'cyfenw', 'cyfenw cyfreithiol', 'enw olaf', 'enw teuluol', 'sloinne', 'ainm deireanach', 'nazwisko', 'nazwiska', 'nume', 'nume de familie', 'numele',
    'خاندانی نام', 'آخری نام', 'کنیت',
    'اسم العائلة', 'اللقب', 'الكنية', 'прізвище', 'apelido', 'apelidos', 'sobrenome', 'último nome', 'nom', 'nom de famille',
    'nom d\'usage',
  ],
  // In the order in which they are preferred: a registration group says more than a class of one subject.
  class: [
    'registration group', 'registration form', 'reg group', 'reg', 'registration', 'reg form', 'form', 'form group', 'tutor group',
    'class', 'classes', 'class name', 'class/form', 'teaching group', 'current class', 'current registration form', 'section', 'section name',
    'dosbarth', 'grŵp cofrestru', 'grŵp tiwtor', 'dosbarth cofrestru', 'rang', 'klasa', 'oddział', 'clasa', 'clasă', 'جماعت', 'کلاس', 'الصف',
    'الفصل', 'клас', 'turma', 'classe', 'classe/groupe', 'groupe',
  ],
  role: ['role', 'roles', 'user role', 'person type', 'rôl'],
  other: [
    'sis id', 'school sis id', 'year taught in', 'roll no', 'roll number', 'org unit path', 'recovery email',
    'change password at next sign-in', 'preferredmiddlename', 'middle name', 'middle names', 'middlename', 'initial', 'initials', 'title', 'enw canol', 'drugie imię',
    'اسم الأب', 'по батькові', 'dob', 'd.o.b', 'd.o.b.', 'date of birth', 'birth date', 'birthdate', 'birthday', 'age', 'upn',
    'unique pupil number', 'uln', 'admission no', 'admission number', 'adno', 'admission date', 'id', 'sourcedid', 'student id',
    'pupil id',
    'mis id', 'arbor id', 'school id', 'person id', 'userid', 'user id', 'identifier', 'userids', 'usermasteridentifier',
    'year', 'year group', 'yeargroup',
    'nc year',
    'grade', 'grades', 'tutor', 'form tutor', 'house', 'gender', 'sex', 'pronouns', 'e-mail', 'email', 'email address',
    'e-mail address', 'primary email', 'school email', 'user name', 'username', 'login', 'password', 'no', 'no.', 'nr', '#', 'number',
    'row', 'address', 'home address', 'postcode', 'phone', 'mobile', 'sms', 'telephone', 'contact', 'parent', 'guardian', 'sen',
    'sen status', 'send', 'pupil premium', 'pp', 'fsm', 'eal', 'lac', 'ethnicity', 'religion', 'language', 'first language',
    'home language', 'nationality',
    'status', 'enrolment status', 'enableduser', 'orgsourcedids', 'primaryorgsourcedid', 'agentsourcedids', 'agents',
    'datelastmodified', 'medical', 'notes', 'comments', 'attendance', 'boarder', 'school code', 'start date', 'leaving date',
    'enrolment date', 'key stage', 'course', 'points', 'scholarpack id',
    'blwyddyn', 'rhyw', 'rhywedd', 'dyddiad geni', 'e-bost', 'ebost', 'cyfeiriad', 'cyfeiriad e-bost',
    'rhif', 'oed', 'oedran', 'bliain', 'dáta breithe', 'inscne', 'ríomhphost', 'seoladh', 'uimhir', 'aois',
    'data urodzenia', 'płeć', 'pesel', 'numer', 'lp', 'lp.', 'adres', 'adres e-mail',
    'data nașterii', 'data naşterii', 'sex/gen', 'gen', 'cnp', 'număr', 'nr. crt.', 'adresă', 'adresa',
    'تاریخ پیدائش', 'جنس', 'ای میل', 'نمبر', 'پتہ', 'عمر', 'تاريخ الميلاد', 'الجنس',
    'البريد الإلكتروني', 'البريد الالكتروني', 'الرقم', 'رقم', 'العنوان', 'العمر',
    'дата народження', 'стать', 'ел. пошта', 'електронна пошта', 'пошта', 'номер', '№', 'адреса', 'вік', 'ano',
    'data de nascimento', 'sexo', 'género', 'gênero', 'número', 'n.º', 'nº', 'morada', 'endereço', 'e-mail do aluno',
    'niveau', 'date de naissance', 'né(e) le', 'sexe', 'genre', 'courriel', 'adresse', 'adresse e-mail',
    'numéro', 'n°', 'ine', 'âge',
  ],
}

/** Letters that are one to a reader: apostrophes, Arabic and Persian forms, spaces and "_", and no colon or star behind. */
function plain(cell: string): string {
  return cell.normalize('NFKC').replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/[’‘ʼ`´]/g, '\'').replace(/ي/g, 'ی').replace(/ك/g, 'ک')
    .replace(/[\s_]+/g, ' ').replace(/\s*[:*]+$/, '').trim().toLowerCase()
}

const kinds: ReadonlyMap<string, HeaderKind> = new Map(
  Object.entries(words).flatMap(([kind, list]) => list.map(word => [plain(word), kind as HeaderKind] as const)),
)

/** "Reg. Group", "First Name [Required]", "UPN (unique pupil number)", "Pupil's forename": what stands around the words. */
const around: readonly ((text: string) => string)[] = [
  text => text,
  text => text.replaceAll('.', ''),
  text => text.replace(/\s*[[(][^\])]*[\])]/g, '').trim(),
  text => text.replace(/^(?:pupil|student|child|learner|legal|current)(?:'s)? /, ''),
]

/** @returns what a cell says of its column, null when it is no header that is known */
export function headerKind(cell: string): HeaderKind | null {
  const text = plain(cell)
  const known = around.map(without => kinds.get(without(text))).find(kind => kind !== undefined)
  return known ?? kinds.get(around.reduce((rest, without) => without(rest), text)) ?? null
}

/** @returns how far a header of a class is from the one that says most; lower is better */
export function classRank(cell: string): number {
  const known = words.class.map(plain)
  const places = around.map(without => known.indexOf(without(plain(cell)))).filter(place => place >= 0)
  return Math.min(known.length, ...places)
}

/** Rows that count or close a list: "Total: 28", "Page 1 of 2", "Printed 01/09/2026". */
const closingWords = [
  '(?:grand |sub-?)?totals?',
  'count',
  'sum',
  'number of',
  'no\\.? of',
  'pupils?:',
  'students?:',
  'page',
  'printed',
  'produced',
  'generated',
  'report',
  'exported',
  'created',
  'end of',
  '©',
  'copyright',
  'cyfanswm',
  'tudalen',
  'iomlán',
  'leathanach',
  'razem',
  'suma',
  'łącznie',
  'strona',
  'pagina',
  'کل',
  'صفحہ',
  'المجموع',
  'صفحة',
  'разом',
  'всього',
  'сторінка',
  'página',
  'somme',
  'effectif',
]
const closing = new RegExp(`^(?:${closingWords.join('|')})(?=$|[\\s:.,\\d(])`, 'i')

/** @returns whether a cell looks like a total or a footer */
export function isClosing(cell: string): boolean {
  return closing.test(plain(cell))
}

/** What a class's marks in Google Classroom have above the pupils, in the place of an address. */
const aboveMarks = /^(?:date|points|class average)$/

/** @returns whether a cell says what stands behind it rather than who */
export function isAboveMarks(cell: string): boolean {
  return aboveMarks.test(plain(cell))
}

/** "Class 5B", "Year 5 Rowan", "Class list", "Dosbarth Derwen": what stands above a list, or above a part of it. */
const headings = [
  'class',
  'year',
  'form',
  'tutor group',
  'reg(?:istration)? group',
  'group',
  'register',
  'school',
  'pupils',
  'students',
  'dosbarth',
  'grŵp',
  'ysgol',
  'blwyddyn',
  'rang',
  'bliain',
  'klasa',
  'clasa',
  'clasă',
  'classe',
  'turma',
  'ano',
  'клас',
  'الصف',
  'الفصل',
  'جماعت',
]
const heading = new RegExp(`^(?:${headings.join('|')})(?=$|[\\s:.\\d-])`, 'iu')

/** "Registration group: 5R" is 5R; "Year 5 Rowan" stays. @returns the class that a heading names */
export function classInHeading(cell: string): string {
  return cell.replace(/^\s*(?:class(?:\s+list)?|form|tutor group|reg(?:istration)? (?:group|form)|group|dosbarth|grŵp cofrestru)\s*[:–-]\s*/iu, '').trim()
}

/** @returns whether a cell looks like the heading of a list rather than a name in it */
export function isHeading(cell: string): boolean {
  return heading.test(plain(cell))
}

const turnedRound = new Set([
  'surname forename', 'surname, forename', 'name (last, first)', 'last, first', 'nazwisko i imię', 'nume și prenume', 'nume şi prenume',
  'numele și prenumele', 'піб', 'прізвище та ім\'я', 'прізвище, ім\'я', 'nom et prénom', 'nom prénom',
])

/** @returns whether a header says that the surname stands first in its cells */
export function saysSurnameFirst(cell: string): boolean {
  return turnedRound.has(plain(cell))
}
