//! draft
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read(&path).unwrap();
        let p = rung_planner::career::parse(&text).unwrap();
        println!("{path}");
        rung_planner::career::draft(&p);
    }
}
