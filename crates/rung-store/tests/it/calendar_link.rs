use crate::home::{Home, at, on_both};

on_both!(a_secret_opens_the_calendar_until_it_is_revoked, links_have_a_limit);

async fn a_secret_opens_the_calendar_until_it_is_revoked(home: Home) {
    let (link, secret) = home.store.new_calendar_link(home.me, "My phone", at(1)).await.unwrap();
    assert_eq!(secret.len(), 64);
    assert_eq!(home.store.calendar_person(&secret).await.unwrap(), Some(home.me));
    assert_eq!(home.store.calendar_person("guessed").await.unwrap(), None);
    let file = std::fs::read(home.store.place().data_file()).unwrap_or_default();
    assert!(!file.windows(64).any(|window| window == secret.as_bytes()), "only its hash is kept");

    home.store.revoke_calendar_link(home.me, &link.id, at(2)).await.unwrap();
    assert_eq!(home.store.calendar_person(&secret).await.unwrap(), None);
    let links = home.store.calendar_links(home.me).await.unwrap();
    assert_eq!((links[0].name.as_str(), links[0].revoked), ("My phone", Some(at(2))));
}

async fn links_have_a_limit(home: Home) {
    for n in 0..20 {
        home.store.new_calendar_link(home.me, &n.to_string(), at(1)).await.unwrap();
    }
    assert!(home.store.new_calendar_link(home.me, "21", at(1)).await.is_err());
    home.store.revoke_calendar_link(home.me, "3", at(2)).await.unwrap();
    assert_eq!(home.store.new_calendar_link(home.me, "21", at(3)).await.unwrap().0.id, "21");
}
