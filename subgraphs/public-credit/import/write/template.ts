export const TEMPLATE_LAYOUTS: readonly string[] = [];
export async function writeTemplate(layout: string, _language: string, file = `${layout}.xlsx`): Promise<string> {
  return file;
}
