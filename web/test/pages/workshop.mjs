// The page of the workshop, in its views and with a form open.
const OPS = 'ventes@metrios.example';

export default [
  { name: 'workshop', at: '/workshop', login: OPS },
  { name: 'workshop-absences', at: '/workshop?view=absences', login: OPS },
  { name: 'workshop-days', at: '/workshop?view=days', login: OPS },
  { name: 'workshop-text', at: '/workshop?view=text', login: OPS },
  {
    name: 'workshop-absence', at: '/workshop?view=absences', login: OPS,
    steps: async (page) => {
      await page.getByRole('button', { name: /Ajouter une absence|Add an absence/ }).click();
      await page.locator('#workshop-first').waitFor();
    },
  },
  {
    name: 'workshop-new', at: '/workshop', login: OPS,
    steps: async (page) => {
      await page.getByRole('button', { name: /Ajouter une personne|Add a person/ }).click();
      await page.locator('#workshop-name').waitFor();
    },
  },
];
