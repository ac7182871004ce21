//! Invented names for the sample companies.

/// First names of the sales force.
pub const FIRST: [&str; 24] = [
    "Anaïs", "Bastien", "Camille", "Damien", "Élise", "Fabien", "Gaëlle", "Hugo", "Inès", "Julien", "Karim",
    "Léa", "Mathieu", "Nadia", "Olivier", "Pauline", "Quentin", "Romane", "Samir", "Thérèse", "Ugo", "Valérie",
    "William", "Yasmine",
];

/// Family names of the sales force.
pub const LAST: [&str; 20] = [
    "Arnaud", "Besson", "Chevalier", "Delorme", "Estève", "Fontaine", "Garnier", "Hervé", "Imbert", "Jacquet",
    "Keller", "Lemoine", "Marchand", "Noël", "Ollivier", "Perrin", "Rolland", "Salmon", "Tessier", "Vasseur",
];

/// First halves of firms' names.
pub const FIRM: [&str; 30] = [
    "Ateliers", "Fonderie", "Papeterie", "Laiterie", "Verrerie", "Scierie", "Filature", "Brasserie", "Cartonnerie",
    "Moulins", "Transports", "Chantiers", "Laboratoires", "Imprimerie", "Tannerie", "Conserverie", "Mécanique",
    "Plasturgie", "Chaudronnerie", "Menuiserie", "Logistique", "Emballages", "Électronique", "Outillage",
    "Cosmétiques", "Textiles", "Robinetterie", "Optique", "Câblerie", "Carrières",
];

/// Second halves of firms' names.
pub const PLACE: [&str; 30] = [
    "du Rhône", "de la Loire", "Vauban", "des Alpes", "Saint-Martin", "du Ponant", "de l'Adour", "Montaigne",
    "du Vexin", "des Flandres", "Lavoisier", "de Bresse", "du Quercy", "Jacquard", "de l'Yonne", "des Vosges",
    "Monge", "du Léon", "de Cornouaille", "du Perche", "Ampère", "de Touraine", "du Jura", "Colbert", "d'Artois",
    "du Velay", "Carnot", "de Saintonge", "du Forez", "Vaucanson",
];

/// Sectors.
pub const SECTOR: [&str; 6] = ["industrie", "agroalimentaire", "santé", "logistique", "énergie", "chimie"];
