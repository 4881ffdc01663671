/** The names that manifests of SCORM are told by. */

export const manifestFile = 'imsmanifest.xml'

export const namespaces = {
  imscp12: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  imscp2004: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  adlcp12: 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
  adlcp2004: 'http://www.adlnet.org/xsd/adlcp_v1p3',
  adlseq: 'http://www.adlnet.org/xsd/adlseq_v1p3',
  adlnav: 'http://www.adlnet.org/xsd/adlnav_v1p3',
  imsss: 'http://www.imsglobal.org/xsd/imsss',
} as const
