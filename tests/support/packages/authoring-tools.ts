/**
 * Packages in the manner of authoring tools that schools use: their folders, file names and identifiers, with content of our own.
 * Each works: it opens, speaks with the platform, reports a result on the way, and says goodbye when it is left.
 */
import type { PackageFiles } from './packages.ts'

interface Sco {
  readonly identifier: string
  readonly resource: string
  readonly title: string
  readonly href: string
}

interface Course {
  readonly version: '1.2' | '2004 3rd Edition' | '2004 4th Edition'
  readonly identifier: string
  readonly organization: string
  readonly title: string
  readonly scos: readonly Sco[]
}

/** @returns a manifest without schema files, as most authoring tools write it; every file is listed with the first SCO */
function manifest({ version, identifier, organization, title, scos }: Course, files: readonly string[]): string {
  const is12 = version === '1.2'
  const namespaces = is12
    ? 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'
    : 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"'
  const listed = files.map(file => `<file href="${file}"/>`).join('\n      ')
  return `<?xml version="1.0" encoding="utf-8"?>
<manifest identifier="${identifier}" version="1" ${namespaces}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${version}</schemaversion>
  </metadata>
  <organizations default="${organization}">
    <organization identifier="${organization}">
      <title>${title}</title>
      ${scos.map(sco => `<item identifier="${sco.identifier}" identifierref="${sco.resource}"><title>${sco.title}</title></item>`).join('\n      ')}
    </organization>
  </organizations>
  <resources>
    ${scos
      .map(
        (
          sco,
          index,
        ) => `<resource identifier="${sco.resource}" type="webcontent" adlcp:${is12 ? 'scormtype' : 'scormType'}="sco" href="${sco.href}">
      ${index === 0 ? listed : `<file href="${sco.href}"/>`}
    </resource>`,
      )
      .join('\n    ')}
  </resources>
</manifest>
`
}

/** @returns the files with a manifest that lists them */
export function packaged(course: Course, files: PackageFiles): PackageFiles {
  return { ...files, 'imsmanifest.xml': manifest(course, Object.keys(files)) }
}

/** @returns a course's only SCO */
export const one = (identifier: string, resource: string, title: string, href: string): readonly Sco[] =>
  [{ identifier, resource, title, href }]

/** The part that all drivers have: find the run-time up the frames and openers, speak with it, say goodbye on the way out. */
const finder = (
  name: string,
) => `function findApi(w){for(var i=0;w&&i<50;i++){if(w.${name})return w.${name};if(w.parent===w)break;w=w.parent}return null}
var lms=findApi(window)||(window.opener&&findApi(window.opener));`

/** Functions of a page: `begin`, `report` with a score, and `leave`, which is called when the page goes too. */
export const driver12 = `${finder('API')}
function begin(){if(lms){lms.LMSInitialize("");if(lms.LMSGetValue("cmi.core.lesson_status")==="not attempted")lms.LMSSetValue("cmi.core.lesson_status","incomplete")}}
function report(score){if(lms){lms.LMSSetValue("cmi.core.score.raw",String(score));lms.LMSSetValue("cmi.core.score.min","0");lms.LMSSetValue("cmi.core.score.max","100");lms.LMSSetValue("cmi.core.lesson_status","passed");lms.LMSSetValue("cmi.suspend_data","place=2");lms.LMSCommit("")}}
var ended=false;function leave(){if(lms&&!ended){ended=true;lms.LMSSetValue("cmi.core.exit","suspend");lms.LMSFinish("")}}
window.addEventListener("pagehide",leave);`

const driver2004 = `${finder('API_1484_11')}
function begin(){if(lms){lms.Initialize("");lms.SetValue("cmi.completion_status","incomplete")}}
function report(score){if(lms){lms.SetValue("cmi.score.scaled",String(score/100));lms.SetValue("cmi.success_status","passed");lms.SetValue("cmi.completion_status","completed");lms.SetValue("cmi.suspend_data","place=2");lms.Commit("")}}
var ended=false;function leave(){if(lms&&!ended){ended=true;lms.SetValue("cmi.exit","suspend");lms.Terminate("")}}
window.addEventListener("pagehide",leave);`

/** As a bundler leaves it: names of functions survive, all else is short. */
const minified = (driver: string) =>
  driver.replaceAll('findApi', 'e').replaceAll('report', 'r').replaceAll('begin', 'b').replace(/\n/g, ';').replaceAll(';;', ';')

/** Articulate Storyline: a driver in `lms/`, the slides in `story_content/`, one page that frames the other; a font of Google's named. */
export function storyline(): PackageFiles {
  return packaged(
    {
      version: '1.2',
      identifier: '6KbPRl2XAxb_course_id',
      organization: '6KbPRl2XAxb_org',
      title: 'Cabbages of the sea',
      scos: one('i6KbPRl2XAxb', 'r6KbPRl2XAxb', 'Cabbages of the sea', 'index_lms.html'),
    },
    {
      'index_lms.html':
        '<!DOCTYPE html><html><head><title>Cabbages</title><link rel="preconnect" href="https://fonts.gstatic.com"><script src="lms/scormdriver.js"></script></head><body onload="b()"><iframe src="story.html" title="Slides"></iframe></body></html>',
      'lms/scormdriver.js': minified(driver12),
      'story.html':
        '<!DOCTYPE html><html><head><link rel="stylesheet" href="html5/data/css/output.min.css"></head><body><div id="slide">Slide 1</div><button onclick="go()">Next</button><script src="html5/lib/scripts/bootstrapper.min.js"></script></body></html>',
      'html5/lib/scripts/bootstrapper.min.js':
        'var s=1;function go(){s++;document.getElementById("slide").textContent="Slide "+s;if(s===3)parent.r(90)}',
      'html5/data/css/output.min.css': '@font-face{font-family:Lato;src:url("../fonts/lato.woff")}body{margin:0}',
      'html5/data/fonts/lato.woff': 'font',
      'story_content/user.js': 'function ExecuteScript(id){}',
    },
  )
}

/** Articulate Rise: a frame set in `scormdriver/`, the lesson in `scormcontent/`, loaded by a script that is built while it runs. */
export function rise(): PackageFiles {
  return packaged(
    {
      version: '2004 3rd Edition',
      identifier: 'ur-xQ2vL_Z1p',
      organization: 'B0',
      title: 'Fire safety',
      scos: one('i1', 'r1', 'Fire safety', 'scormdriver/indexAPI.html'),
    },
    {
      'scormdriver/indexAPI.html':
        '<!DOCTYPE html><html><head><script src="scormdriver.js"></script></head><body onload="begin()"><iframe id="content" title="Lesson"></iframe><script>document.getElementById("content").src="../scormcontent/index.html"</script></body></html>',
      'scormdriver/scormdriver.js': driver2004,
      'scormcontent/index.html':
        '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div id="app"></div><script src="lib/rise/main.bundle.js"></script></body></html>',
      'scormcontent/lib/rise/main.bundle.js':
        'var b=document.createElement("button");b.textContent="START COURSE";b.onclick=function(){b.textContent="Continue";b.onclick=function(){parent.report(80)}};document.getElementById("app").appendChild(b)',
    },
  )
}

/** iSpring: identifiers are GUIDs, in braces or with a digit in front. */
export function iSpring(): PackageFiles {
  return packaged(
    {
      version: '1.2',
      identifier: '{3F2504E0-4F89-41D3-9A0C-0305E82C3301}',
      organization: '5F9C7A10-ORG',
      title: 'Bees',
      scos: one('{6F9619FF-8B86-D011-B42D-00CF4FC964FF}', '7C9E6679[res]', 'Bees', 'res/index.html'),
    },
    {
      'res/index.html':
        '<!DOCTYPE html><html><head><script src="lms.js"></script></head><body onload="begin()"><p>Bees dance.</p><button onclick="report(100)">Submit</button></body></html>',
      'res/lms.js': driver12,
      'res/data/img0.png': 'picture',
    },
  )
}

/** Adapt: RequireJS loads everything, and the driver with it; the manifest's identifiers begin with a digit in old releases. */
export function adapt(): PackageFiles {
  return packaged(
    {
      version: '1.2',
      identifier: 'adapt_manifest',
      organization: '56bd-adapt_scorm',
      title: 'Bread',
      scos: one('56bd-item_1', '56bd-res_1', 'Bread', 'index_lms.html'),
    },
    {
      'index_lms.html': '<!DOCTYPE html><html><body><div id="wrapper"></div><script src="adapt/js/scriptLoader.js"></script></body></html>',
      'adapt/js/scriptLoader.js':
        'function load(n,then){var t=document.createElement("script");t.src=n;t.onload=then;document.head.appendChild(t)}\nload("libraries/SCORM_API_wrapper.js",function(){load("adapt/js/adapt.min.js")})',
      'libraries/SCORM_API_wrapper.js': driver12,
      'adapt/js/adapt.min.js':
        'begin();document.getElementById("wrapper").innerHTML=\'<a href="#" role="button" id="n">Begin</a>\';document.getElementById("n").onclick=function(e){e.preventDefault();report(70)}',
    },
  )
}

/** eXeLearning: a page for each step, names from the titles, a wrapper and functions beside each other. */
export function eXeLearning(): PackageFiles {
  const page = (title: string) =>
    `<!DOCTYPE html><html lang="en"><head><title>${title}</title><link rel="stylesheet" href="base.css"><script src="SCORM_API_wrapper.js"></script><script src="SCOFunctions.js"></script></head><body class="exe-scorm" onload="loadPage()"><h1>${title}</h1><button onclick="report(100)">Check</button></body></html>`
  return packaged(
    {
      version: '1.2',
      identifier: 'eXeTides63f1a',
      organization: 'eXeTides63f1a-1',
      title: 'Tides',
      scos: [
        { identifier: 'ITEM-eXe0', resource: 'RES-eXe0', title: 'Tides', href: 'index.html' },
        { identifier: 'ITEM-eXe1', resource: 'RES-eXe1', title: 'The moon', href: 'the_moon.html' },
      ],
    },
    {
      'index.html': page('Tides'),
      'the_moon.html': page('The moon'),
      'base.css': 'body{margin:0}',
      'SCORM_API_wrapper.js': driver12,
      'SCOFunctions.js': 'function loadPage(){begin()}',
    },
  )
}

/** H5P wrapped as SCORM, as Lumi does: everything in one page, and the H5P package's own description beside it. */
export function h5pAsScorm(): PackageFiles {
  return packaged(
    {
      version: '1.2',
      identifier: 'com.scorm.lumi.h5p',
      organization: 'lumi_org',
      title: 'Rivers',
      scos: one('item_1', 'resource_1', 'Rivers', 'index.html'),
    },
    {
      'index.html': `<!DOCTYPE html><html><head><script>H5PIntegration={contents:{}};</script><script>/* adaptor */${driver12}</script></head><body onload="begin()"><div class="h5p-content"><button class="h5p-question-check-answer" onclick="report(60)">Check</button></div></body></html>`,
      'h5p.json': '{"title":"Rivers","mainLibrary":"H5P.Blanks"}',
      'content/content.json': '{"text":"A river runs."}',
    },
  )
}

/** Adobe Captivate: a page in which a script writes the rest. */
export function captivate(): PackageFiles {
  return packaged(
    {
      version: '2004 4th Edition',
      identifier: 'Captivate_Project_1',
      organization: 'Captivate_Org',
      title: 'Ladders',
      scos: one('SCO_ID1', 'SCO_ID1_RES', 'Ladders', 'index_scorm.html'),
    },
    {
      'index_scorm.html':
        '<!DOCTYPE html><html><head><script src="scormAPI.js"></script></head><body><script>document.write("<scr"+"ipt src=\\"assets/js/CPM.js\\"></scr"+"ipt>")</script></body></html>',
      'scormAPI.js': driver2004,
      'assets/js/CPM.js':
        'begin();var n=document.createElement("div");n.setAttribute("role","button");n.tabIndex=0;n.setAttribute("aria-label","Next");n.textContent=">";n.onclick=function(){report(100)};document.body.appendChild(n)',
    },
  )
}

/** Lectora, as AICC: small files that describe the course, and pages with names in "a001". */
function lectoraAicc(): PackageFiles {
  return {
    'course.crs':
      '[Course]\r\nCourse_Creator=Lectora\r\nCourse_ID=A1\r\nCourse_Title=Knots\r\nLevel=1\r\nTotal_AUs=1\r\nVersion=3.0\r\n[Course_Behavior]\r\nMax_Normal=99\r\n[Course_Description]\r\nKnots\r\n',
    'course.au':
      '"System_ID","Type","Command_Line","File_Name","Max_Score","Mastery_Score","Max_Time_Allowed","Time_Limit_Action","System_Vendor","Core_Vendor","Web_Launch","AU_Password"\r\n"A1","lesson","","a001index.html","100","80","","","Lectora","","",""\r\n',
    'course.des': '"System_ID","Developer_ID","Title","Description"\r\n"A1","knots","Knots","Knots"\r\n',
    'course.cst': '"Block","Member"\r\n"root","A1"\r\n',
    'a001index.html': '<!DOCTYPE html><html><head><script src="trivantis.js"></script></head><body>Knots</body></html>',
    'trivantis.js':
      'function hacp(){var x=new XMLHttpRequest();x.open("POST",aiccUrl);x.send("command=GetParam&version=2.2&session_id="+aiccSid)}',
  }
}

const ims = (metadata: string, namespace: string, resources: string) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m1" xmlns="${namespace}">
  <metadata>${metadata}</metadata>
  <organizations/>
  <resources>${resources}</resources>
</manifest>
`

/** Packages that are not SCORM, by the kind that check-package should tell. */
export const otherKinds: Readonly<Record<string, () => PackageFiles>> = {
  aicc: lectoraAicc,
  cmi5: () => ({
    'cmi5.xml':
      '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://example.org/c"/></courseStructure>',
    'index.html': '<!DOCTYPE html><p>Hi',
  }),
  xapi: () => ({
    'tincan.xml': '<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities/></tincan>',
    'index.html': '<!DOCTYPE html><p>Hi',
  }),
  h5p: () => ({ 'h5p.json': '{"title":"Rivers"}', 'content/content.json': '{}' }),
  'common-cartridge': () => ({
    'imsmanifest.xml': ims(
      '<schema>IMS Common Cartridge</schema><schemaversion>1.2.0</schemaversion>',
      'http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1',
      '<resource identifier="r1" type="imswl_xmlv1p2"><file href="link.xml"/></resource>',
    ),
    'link.xml': '<webLink/>',
  }),
  'thin-common-cartridge': () => ({
    'imsmanifest.xml': ims(
      '<schema>IMS Thin Common Cartridge</schema><schemaversion>1.3.0</schemaversion>',
      'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1',
      '<resource identifier="r1" type="imswl_xmlv1p3"/>',
    ),
  }),
  qti: () => ({
    'imsmanifest.xml': ims(
      '<schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion>',
      'http://www.imsglobal.org/xsd/imscp_v1p1',
      '<resource identifier="r1" type="imsqti_item_xmlv2p1" href="q1.xml"><file href="q1.xml"/></resource>',
    ),
    'q1.xml': '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q1"/>',
  }),
  'ims-content': () => ({
    'imsmanifest.xml': ims(
      '<schema>IMS Content</schema><schemaversion>1.1.4</schemaversion>',
      'http://www.imsglobal.org/xsd/imscp_v1p1',
      '<resource identifier="r1" type="webcontent" href="p.html"><file href="p.html"/></resource>',
    ),
    'p.html': '<!DOCTYPE html><p>Hi',
  }),
  zips: () => ({ 'lesson_scorm12.zip': 'PK', 'lesson_scorm2004.zip': 'PK', 'README.txt': 'Unpack me.' }),
  web: () => ({ 'index.html': '<!DOCTYPE html><p>Hi' }),
}
