-- What a person is called who is only shown: the sample technician. None for those who are real.
alter table person add column sample text;
