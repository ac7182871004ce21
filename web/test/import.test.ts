import { describe, expect, test } from 'vitest';
import { columnsFor, guess, mapping, stage } from '../src/lib/imports/guess';

const seen = (name: string, header: string) => ({ name, header: header.split(','), rows: [] });
const PUBLIC = [
  seen('accounts.csv', 'account,sector,year_established,revenue,employees,office_location,subsidiary_of'),
  seen('products.csv', 'product,series,sales_price'),
  seen('sales_teams.csv', 'sales_agent,manager,regional_office'),
  seen('sales_pipeline.csv', 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'),
];

describe('the mapping is guessed from the names of columns', () => {
  test('of a public export in English', () => {
    const maps = guess(PUBLIC);
    expect(maps.map(({ kind }) => kind)).toEqual(['accounts', 'products', 'people', 'cases']);
    expect(maps[3]!.columns).toEqual({
      key: 'opportunity_id', stage: 'deal_stage', account: 'account', owner: 'sales_agent', product: 'product',
      engaged_on: 'engage_date', closed_on: 'close_date', value: 'close_value',
    });
    expect(maps[0]!.columns).toEqual({ key: 'account', sector: 'sector', country: 'office_location', parent: 'subsidiary_of' });
    expect(maps[2]!.columns).toEqual({ key: 'sales_agent', team: 'manager', region: 'regional_office' });
  });
  test('of a French one, with accents and spaces', () => {
    expect(columnsFor('cases', ['N° affaire', 'Référence', 'Client', 'Commercial', 'Étape', 'Créée le', 'Date de clôture', 'Montant HT'])).toEqual({
      key: 'Référence', account: 'Client', owner: 'Commercial', stage: 'Étape', engaged_on: 'Créée le', closed_on: 'Date de clôture', value: 'Montant HT',
    });
  });
  test('the number of a firm is checked as such, and may be its key', () => {
    expect(columnsFor('accounts', ['Client', 'Raison sociale', 'N° SIRET'])).toEqual({ key: 'Client', name: 'Raison sociale', siren: 'N° SIRET' });
    expect(columnsFor('accounts', ['SIREN', 'Raison sociale'])).toEqual({ key: 'SIREN', name: 'Raison sociale', siren: 'SIREN' });
  });
  test('a file that suits nothing feeds nothing', () => {
    expect(guess([seen('notes.csv', 'a,b,c')])).toEqual([{ file: 'notes.csv', kind: '', columns: {} }]);
  });
  test('stages tell what they mean', () => {
    expect(stage('Gagnée', 3, ['a', 'b'])).toEqual({ name: 'Gagnée', count: 3, standing: 'won', step: 'b' });
    expect(stage('Closed Lost', 1, ['a']).standing).toBe('lost');
    expect(stage('Qualification', 1, ['a', 'b'])).toMatchObject({ standing: 'open', step: 'a' });
  });
  test('what is written quotes what people type, and leaves out what feeds nothing', () => {
    const text = mapping(
      [{ file: 'a "b".csv', kind: 'cases', columns: { key: 'id', stage: 's', engaged_on: 'd' } }, { file: 'c.csv', kind: '', columns: {} }],
      [{ name: 'Perdu', count: 1, standing: 'lost', step: 'x' }],
      { process: 'p', currency: 'EUR', dates: 'dd/mm/yyyy', decimal: '', engagedStep: 'goal' },
    );
    expect(text).toBe('process = "p"\ncurrency = "EUR"\n\n[format]\ndates = "dd/mm/yyyy"\n\n[cases]\nfile = "a \\"b\\".csv"\nkey = "id"\nstage = "s"\nengaged_on = "d"\nengaged_step = "goal"\n\n[stages]\n"Perdu" = { standing = "lost" }\n');
  });
});
