import { addContact } from '#lib/press/press-contacts.ts';
import { type DemoOffice, known } from './office.ts';

const contacts = [
  {
    name: 'Rahmat (contoh)',
    outlet: 'Harian Contoh',
    email: 'rahmat@media.example',
    phone: '',
    note: 'Liputan pemerintahan.',
  },
  { name: 'Wulan (contoh)', outlet: 'Radio Contoh FM', email: '', phone: '0800-000-0001', note: '' },
];

/** The journalists whom the desk may let in before an embargo ends. */
export async function fillPress(office: DemoOffice): Promise<void> {
  const editor = known(office.people, 'nadia');
  for (const contact of contacts) await addContact(editor, { portalId: office.portalId, ...contact });
}
