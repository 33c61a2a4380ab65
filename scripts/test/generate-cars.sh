#!/usr/bin/env bash
# The sample data: its generator writes it byte for byte, and it has the columns and quirks of its data card.
# The $ in '...' are awk's.
# shellcheck disable=SC2016
# shellcheck source-path=SCRIPTDIR source=lib/cases.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib/cases.sh"
# shellcheck source=/dev/null
. "$CHECKOUT/scripts/lib/stack.sh"

SAMPLE=$CHECKOUT/data/cars.csv
JDK=$(DRIVETRAIN_HOME=$CHECKOUT/.stack find_jdk)

generate() {
  "$JDK/bin/java" "$CHECKOUT/data/generator/src/main/java/io/drivetrain/data/cars/GenerateCars.java" "$@"
}

rows() {
  tail -n +2 "$SAMPLE" | tr -d '\r'
}

# The number of rows for which an awk condition holds.
count() {
  rows | awk -F';' "$1"' { n++ } END { print n + 0 }'
}

different() {
  rows | cut -d';' -f"$1" | LC_ALL=C sort -u | wc -l | tr -d ' '
}

assert_between() { # LEAST MOST ACTUAL
  if [ "$3" -lt "$1" ] || [ "$3" -gt "$2" ]; then
    printf 'expected %s to %s but was %s\n' "$1" "$2" "$3"
    exit 1
  fi
}

test_the_generator_rewrites_the_sample_byte_for_byte() {
  generate --out "$WORK/cars.csv"

  cmp "$WORK/cars.csv" "$SAMPLE"
}

test_the_bytes_do_not_depend_on_folder_locale_and_time_zone() {
  mkdir "$WORK/data"
  cd "$WORK"
  LC_ALL=C TZ=Asia/Tokyo JAVA_TOOL_OPTIONS='-Duser.language=ar -Duser.country=EG' generate --rows 12000 --seed 1

  cmp "$WORK/data/cars.csv" "$SAMPLE"
}

test_another_seed_makes_other_rows() {
  generate --seed 2 --out "$WORK/cars.csv"

  assert_fails cmp "$WORK/cars.csv" "$SAMPLE"
}

test_there_are_as_many_rows_as_asked_for() {
  generate --rows 37 --out "$WORK/cars.csv"

  assert_equal 38 "$(wc -l <"$WORK/cars.csv" | tr -d ' ')"
}

test_wrong_arguments_are_named() {
  assert_fails generate --rows 0
  assert_contains '--rows must be a whole number from 1 to 5000000, not "0"' "$OUTPUT"
  assert_fails generate --seed x
  assert_contains '--seed must be a whole number' "$OUTPUT"
  assert_fails generate --out
  assert_contains '--out needs a value' "$OUTPUT"
  assert_fails generate --row 3
  assert_contains 'unknown option --row' "$OUTPUT"
  assert_fails generate --out "$WORK/none/cars.csv"
  assert_contains "no folder for $WORK/none/cars.csv" "$OUTPUT"
}

test_header_and_line_ends_are_those_of_the_site() {
  local header='Marque;Modèle;Année-Modèle;Kilométrage;Type de carburant;Puissance fiscale;Boite de vitesses'

  assert_equal "$header;Première main;État;Prix"$'\r' "$(head -n 1 "$SAMPLE")"
  assert_equal 12001 "$(grep -c $'\r$' "$SAMPLE")"
}

test_cells_are_in_the_spellings_of_the_site() {
  assert_equal 0 "$(count 'NF != 10')"
  assert_equal 0 "$(count '$3 !~ /^[12][0-9][0-9][0-9]$/ || $3 < 1990 || $3 > 2022')"
  assert_equal 0 "$(count '$4 !~ /^([1-9][0-9]* )?[0-9]+ - ([1-9][0-9]* )?999$/')"
  assert_equal 0 "$(count '$5 !~ /^(Diesel|Essence|Hybride|Electrique)$/')"
  assert_equal 0 "$(count '$6 !~ /^[0-9]+$/ || $6 < 5 || $6 > 14')"
  assert_equal 0 "$(count '$7 !~ /^(Manuelle|Automatique|--)$/')"
  assert_equal 0 "$(count '$8 !~ /^(Oui|Non|)$/')"
  assert_equal 0 "$(count '$9 !~ /^(Excellent|Très bon|Bon|Correct|Endommagé|Pour Pièces|)$/')"
  assert_equal 0 "$(count '$10 !~ /^[1-9][0-9]*$/ || $10 < 60000')"
  assert_equal 36 "$(different 4)"
}

test_makes_and_models_are_spelled_as_sellers_do() {
  local spelling
  assert_between 20 30 "$(different 1)"
  assert_between 150 250 "$(different 1,2)"
  for spelling in 'Volkswagen;GOLF 4' 'Volkswagen;Golf' 'mini;cooper' 'Dacia;duster' 'Citroen;C-Elysée' \
    'Citroen;C-ELYSEE' 'Peugeot;308'; do
    grep -q "^$spelling;" "$SAMPLE" || fail "no $spelling"
  done
}

test_nearly_half_of_the_rows_are_duplicates() {
  assert_between 6000 7200 "$(different 1-)"
}

test_cells_are_missing_as_often_as_on_the_site() {
  assert_between 1200 1620 "$(count '$7 == "--"')"
  assert_between 2760 3240 "$(count '$8 == ""')"
  assert_between 2880 3360 "$(count '$9 == ""')"
}

test_a_few_prices_are_absurd_and_a_few_are_not_round() {
  assert_between 20 120 "$(count '$10 > 1000000')"
  assert_between 1 20 "$(count '$10 > 100000000')"
  assert_between 20 300 "$(count '$10 % 1000')"
}

run_tests
