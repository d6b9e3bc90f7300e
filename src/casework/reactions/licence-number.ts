/** 证照编号: area, item and the day's serial of the dossier; unique because the dossier number is. */
export function licenceNumber(areaCode: string, basicCode: string, dossierNumber: string): string {
  return `${areaCode}${basicCode.slice(4)}${dossierNumber.slice(31)}`
}
