# Plans of continuing education and of a career.

## What no activity settles. $what: the words of the rule. $credential: its title.

plan-aside-not-by-courses = { $what } ({ $credential }): esto no se cumple tomando cursos.
plan-aside-too-late = { $what } ({ $credential }): ya pasaron los días en que se podía completar. Pregunta a la junta de farmacia qué hacer.

## What is proven of a plan. Parts of sentences.

plan-claim-fewest-needs = ningún plan deja menos horas sin una oferta conocida
plan-claim-cheapest = ningún plan cuesta menos, y ninguno con el mismo costo tiene menos horas
plan-claim-earliest = ningún plan igual de bueno termina a más tardar el { $day }
plan-claim-contradiction = estas exigencias se contradicen

## What is demanded of a plan. Parts of sentences.

plan-demand-budget-of = un presupuesto de { $budget }
plan-demand-budget = el presupuesto
plan-demand-hours-per-week-of = { $hours } por semana
plan-demand-hours-per-week = las horas por semana
# $what: the words of the rule.
plan-demand-hours-of = { $hours } de { $what } para { $credential } a más tardar el { $by }
plan-demand = { $what } para { $credential } a más tardar el { $by }
plan-demand-cap = un máximo de { $most } de { $what } para { $credential }

## What would make a plan possible.

plan-way-budget = { $more } más: con { $total } en total alcanza, y con menos no.
plan-way-hours-per-week = { $more } más por semana: con { $total } por semana alcanza, y con menos no.
plan-way-file-late = Más tarde: la solicitud para { $credential } se acepta hasta el { $by }, con su recargo por entrega tardía, y para entonces todo cabe.
plan-way-both = Más dinero y también más horas por semana: { $budget } alcanza si las horas por semana no tienen límite.

## What an activity must be like for which no offering is known.

plan-need-any = educación continua para técnicos
# $what: the words of the rule.
plan-need-live = { $what }, en vivo
plan-need-home = { $what }, estudio en casa
