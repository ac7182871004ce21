//! Invented names for the sample companies, and numbers of the register that no firm is known to have.

use atelier_domain::execution::{Account, Registered};

/// First names of the sales force.
pub const FIRST: [&str; 24] = [
    "Anaïs",
    "Bastien",
    "Camille",
    "Damien",
    "Élise",
    "Fabien",
    "Gaëlle",
    "Hugo",
    "Inès",
    "Julien",
    "Karim",
    "Léa",
    "Mathieu",
    "Nadia",
    "Olivier",
    "Pauline",
    "Quentin",
    "Romane",
    "Samir",
    "Thérèse",
    "Ugo",
    "Valérie",
    "William",
    "Yasmine",
];

/// Family names of the sales force.
pub const LAST: [&str; 20] = [
    "Arnaud",
    "Besson",
    "Chevalier",
    "Delorme",
    "Estève",
    "Fontaine",
    "Garnier",
    "Hervé",
    "Imbert",
    "Jacquet",
    "Keller",
    "Lemoine",
    "Marchand",
    "Noël",
    "Ollivier",
    "Perrin",
    "Rolland",
    "Salmon",
    "Tessier",
    "Vasseur",
];

/// First halves of firms' names.
pub const FIRM: [&str; 30] = [
    "Ateliers",
    "Fonderie",
    "Papeterie",
    "Laiterie",
    "Verrerie",
    "Scierie",
    "Filature",
    "Brasserie",
    "Cartonnerie",
    "Moulins",
    "Transports",
    "Chantiers",
    "Laboratoires",
    "Imprimerie",
    "Tannerie",
    "Conserverie",
    "Mécanique",
    "Plasturgie",
    "Chaudronnerie",
    "Menuiserie",
    "Logistique",
    "Emballages",
    "Électronique",
    "Outillage",
    "Cosmétiques",
    "Textiles",
    "Robinetterie",
    "Optique",
    "Câblerie",
    "Carrières",
];

/// Second halves of firms' names.
pub const PLACE: [&str; 30] = [
    "du Rhône",
    "de la Loire",
    "Vauban",
    "des Alpes",
    "Saint-Martin",
    "du Ponant",
    "de l’Adour",
    "Montaigne",
    "du Vexin",
    "des Flandres",
    "Lavoisier",
    "de Bresse",
    "du Quercy",
    "Jacquard",
    "de l’Yonne",
    "des Vosges",
    "Monge",
    "du Léon",
    "de Cornouaille",
    "du Perche",
    "Ampère",
    "de Touraine",
    "du Jura",
    "Colbert",
    "d’Artois",
    "du Velay",
    "Carnot",
    "de Saintonge",
    "du Forez",
    "Vaucanson",
];

/// Sectors.
pub const SECTOR: [&str; 6] = ["industrie", "agroalimentaire", "santé", "logistique", "énergie", "chimie"];

/// Firms of Métrios: the numbers of Lumen come after.
pub const METRIOS: usize = 100;

/// A firm with its number in the register, two out of three: those that somebody has looked up.
pub fn known(mut account: Account, rank: usize) -> Account {
    if rank % 3 != 2 {
        let begun = 99_902_311 + rank * 37;
        let number = (0..10).find_map(|last| Registered::read(&format!("{begun}{last}")).ok());
        if let Some(number) = &number {
            account.register(number);
        }
    }
    account
}

#[cfg(test)]
mod tests {
    use super::Account;
    use crate::sample::{lumen::lumen, metrios::metrios};
    use std::collections::BTreeSet;

    #[test]
    fn firms_of_the_samples_are_such_as_one_could_write_and_no_two_have_one_number() {
        let firms: Vec<_> = [metrios(), lumen()].into_iter().flat_map(|one| one.accounts).collect();
        let numbers: Vec<_> = firms.iter().filter_map(Account::siren).collect();
        assert!(numbers.len() > firms.len() / 2 && numbers.len() < firms.len(), "{}", numbers.len());
        assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len());
        for firm in &firms {
            assert_eq!(firm.clone().checked().as_ref(), Ok(firm));
        }
    }
}
