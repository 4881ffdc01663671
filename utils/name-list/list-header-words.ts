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

export const words: Readonly<Record<HeaderKind, readonly string[]>> = {
  preferred: [
    'alias', 'known as', 'preferred name', 'preferred first name', 'preferred forename', 'preferredfirstname', 'pref forename',
    'preferred given name',
    'chosen name', 'chosen forename', 'nickname', 'likes to be called', 'name used', 'usual name', 'goes by', 'calling name', 'known name',
    'enw a ffefrir', 'enw dewisol', 'llysenw', 'ainm baiste roghnaithe', 'leasainm', 'przydomek', 'pseudonim', 'zdrobnienie', 'poreclă',
    'porecla', 'prenume preferat',
    'عرفیت', 'پکارنے کا نام', 'اسم الشهرة', 'الاسم المفضل', 'бажане ім\'я', 'прізвисько', 'alcunha', 'apelido preferido', 'nome social',
    'nome preferido', '英文名', 'surnom', 'prénom usuel', 'prénom d\'usage',
  ],
  first: [
    'first name', 'firstname', 'first names', 'forename', 'forenames', 'given name', 'givenname', 'given names', 'legal forename',
    'legal first name', 'chosen first name',
    'student forename', 'pupil forename', 'student first name', 'pupil first name', 'child first name', 'child forename',
    'christian name', 'first',
    'enw cyntaf', 'enwau cyntaf', 'enw bedydd', 'enw cyfreithiol', 'céadainm', 'ainm', 'ainm baiste', 'chéad ainm', 'an chéad ainm', 'imię', 'imiona',
    'imie', 'pierwsze imię', 'prenume', 'prenumele',
    'vardas', 'vārds', 'ad', 'adı', 'nombre', 'nombres', 'vorname', 'keresztnév', 'meno', 'jméno', 'име', 'имя', 'tên', '名', '名字', 'নাম', 'ਨਾਮ', 'નામ',
    'magac', 'emri', 'ime', 'voornaam', 'förnamn',
    'پہلا نام', 'نام', 'الاسم الأول', 'الاسم', 'الإسم', 'الاسم الاول', 'ім\'я', 'імя', 'nome próprio', 'primeiro nome', 'nome', 'prénom',
    'prénoms', 'prenom',
  ],
  full: [
    'name', 'names', 'full name', 'fullname', 'pupil', 'pupils', 'pupil name', 'pupil names', 'student', 'students', 'student name',
    'student names', 'child', 'child name', 'learner', 'learner name',
    'legal full name', 'legal name', 'preferred full name', 'name (last, first)', 'last, first', 'surname, forename', 'surname forename',
    'member', 'user', 'common name', 'display name', 'pupil\'s name', 'student\'s name', 'child\'s name',
    'enw', 'enwau', 'enw llawn', 'enw\'r disgybl', 'disgybl', 'disgyblion', 'ainm iomlán', 'ainm agus sloinne', 'dalta', 'daltaí',
    'imię i nazwisko', 'nazwisko i imię', 'uczeń', 'uczniowie',
    'nume complet', 'nume și prenume', 'nume şi prenume', 'numele și prenumele', 'elev', 'elevi', 'پورا نام', 'مکمل نام', 'طالب علم',
    'طالب علم کا نام', 'الاسم الكامل', 'الاسم الثلاثي', 'اسم الطالب', 'اسم التلميذ', 'الطالب',
    'повне ім\'я', 'піб', 'прізвище та ім\'я', 'прізвище, ім\'я', 'учень', 'учні', 'nome completo', 'nome do aluno', 'aluno', 'alunos',
    '姓名', 'họ và tên', 'họ tên', 'adı soyadı', 'ad soyad', 'nombre completo', 'nombre y apellidos', 'vardas pavardė', 'фио', 'ф.и.о.',
    'nom complet', 'nom et prénom', 'nom prénom', 'élève', 'élèves', 'eleve',
  ],
  surname: [
    'surname', 'surnames', 'last name', 'lastname', 'family name', 'familyname', 'legal surname', 'legal last name', 'preferred surname',
    'preferred last name', 'preferredlastname', 'chosen surname', 'last',
    'student surname', 'pupil surname', 'student last name', 'pupil last name',
    'cyfenw', 'cyfenw cyfreithiol', 'enw olaf', 'enw teuluol', 'sloinne', 'ainm deireanach', 'nazwisko', 'nazwiska', 'nume', 'nume de familie', 'numele',
    'pavardė', 'uzvārds', 'soyad', 'soyadı', 'apellido', 'apellidos', 'nachname', 'familienname', 'vezetéknév', 'priezvisko', 'příjmení',
    'фамилия', 'фамилно име', 'họ', '姓', 'mbiemri', 'prezime', 'achternaam', 'efternamn',
    'خاندانی نام', 'آخری نام', 'کنیت',
    'اسم العائلة', 'اللقب', 'الكنية', 'прізвище', 'apelido', 'apelidos', 'sobrenome', 'último nome', 'nom', 'nom de famille',
    'nom d\'usage',
  ],
  // In the order in which they are preferred: a registration group says more than a class of one subject.
  class: [
    'registration group', 'registration form', 'reg group', 'reg', 'registration', 'reg form', 'form', 'form group', 'tutor group',
    'class', 'classes', 'class name', 'class/form', 'teaching group', 'current class', 'current registration form', 'section', 'section name', 'homeroom', 'home room',
    'reg class', 'registration class', 'base class', 'class group', 'pastoral group', 'mentor group', 'vertical tutor group',
    'dosbarth', 'grŵp cofrestru', 'grŵp tiwtor', 'dosbarth cofrestru', 'rang', 'klasa', 'oddział', 'clasa', 'clasă', 'جماعت', 'کلاس', 'الصف',
    'الفصل', 'клас', 'класс', 'klasė', 'klase',
    'sınıf', 'sınıfı', 'clase', 'klasse', 'osztály', 'trieda', 'třída', 'lớp', '班级', '班', 'শ্রেণী', 'ਜਮਾਤ', 'turma', 'classe', 'classe/groupe', 'groupe',
  ],
  role: ['role', 'roles', 'user role', 'person type', 'job title', 'rôl'],
  other: [
    // Of a register for a fire or a trip.
    'present', 'signed', 'signature', 'time in', 'time out', 'arrived', 'am', 'pm',
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
    'timestamp', 'start time', 'completion time', 'last modified time', 'status', 'enrolment status', 'enableduser', 'orgsourcedids', 'primaryorgsourcedid', 'agentsourcedids', 'agents',
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

/** What schools' systems keep of a pupil and of those around them: in a heading of several words one of these says enough. */
export const otherWords: readonly string[] = [
  'address', 'street', 'town', 'city', 'county', 'post ?code', 'zip', 'parents?', 'carers?', 'guardians?', 'mother', 'father', 'responsable',
  'contacts?', 'emergency', 'relationship', 'siblings?', 'doctor', 'gp', 'surgery', 'diet(?:ary)?', 'allerg\\w*', 'medical', 'ethnic\\w*',
  'country', 'birth', 'born', 'nationality', 'religion', 'languages?', 'travel', 'phone', 'mobile', 'tel', 'e-?mails?', 'teachers?', 'tutors?',
  'key person', 'worker', 'staff', 'fsm\\d?', 'sen[dk]?', 'ehcp', 'premium', 'attendance', 'absen\\w*', 'reading', 'writing', 'maths', 'scores?',
  'marks?', 'levels?', 'ks\\d', 'codes?', 'numbers?', 'no', 'ids?', 'object ?ids?', 'upi', 'upn', 'uln', 'scn', 'date', 'created', 'updated', 'password',
  'username', 'login', 'gender', 'sex', 'm/f', 'pronouns', 'house', 'boarding\\w*', 'academic ?house', 'schools?', 'notes?', 'comments?',
  'stage', 'rhif', 'cyfeiriad', 'rhiant', 'adres\\w*', 'telefon\\w*', 'rodzic\\w*', 'батьк[\\p{L}]*', 'адреса', 'телефон',
]
