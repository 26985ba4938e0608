fn main() {
    let file = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let record = rung_record::Record::from_json(&file).unwrap();
    let catalog = rung_catalog::Catalog::shipped();
    let on = std::env::args().nth(2).unwrap().parse().unwrap();
    println!(
        "{}",
        serde_json::to_string_pretty(&rung_rules::answer::status(&rung_rules::evaluate(
            &record, &catalog, on
        )))
        .unwrap()
    );
}
