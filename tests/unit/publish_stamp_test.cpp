#include "catch.h"
#include "publish_help.h"

namespace fs = std::filesystem;

TEST_CASE("the stamp holds until the inputs change or anything in the site is touched", "[publish]") {
  const Workplace place;
  const SiteFiles site = {{"a/b/1", "1"}, {"a/b/2", "2"}, {"a-b/3", "3"}, {"4", "4"}};
  const auto holds = [&] { return up_to_date(place.site(), "digest"); };
  CHECK_FALSE(holds());
  REQUIRE(publish(options_for(place.site()), site) == "4 4 0");
  CHECK(holds());
  CHECK_FALSE(up_to_date(place.site(), "other"));

  const std::string touch =
      GENERATE("alter", "remove", "mode", "add", "add deep", "add directory", "link", "stamp");
  const fs::path file = place.site() / "a/b/2";
  const auto time = fs::last_write_time(file);
  if (touch == "alter") place.put("site/a/b/2", "X");
  if (touch == "alter") fs::last_write_time(file, time + std::chrono::nanoseconds(1));
  if (touch == "remove") fs::remove(file);
  if (touch == "mode") fs::permissions(file, fs::perms(0600));
  if (touch == "add") place.put("site/new", "");
  if (touch == "add deep") place.put("site/a/b/new", "");
  if (touch == "add directory") fs::create_directory(place.site() / "a-b/new");
  if (touch == "link") fs::rename(place.site() / "a", place.root / "a");
  if (touch == "link") fs::create_symlink(place.root / "a", place.site() / "a");
  if (touch == "stamp") fs::remove(place.state() / "stamp");
  CHECK_FALSE(holds());
}

TEST_CASE("a run that compares everything renews the stamp", "[publish]") {
  const Workplace place;
  const SiteFiles site = {{"a/1", "1"}, {"2", "2"}};
  REQUIRE(publish(options_for(place.site()), site, "one") == "2 2 0");
  CHECK(publish(options_for(place.site()), site, "two") == "2 0 0");
  CHECK(up_to_date(place.site(), "two"));
  CHECK_FALSE(up_to_date(place.site(), "one"));
  fs::last_write_time(place.site() / "2", fs::file_time_type::clock::now() - std::chrono::hours(1));
  CHECK_FALSE(up_to_date(place.site(), "two"));
  CHECK(publish(options_for(place.site()), site, "two") == "2 0 0");
  CHECK(up_to_date(place.site(), "two"));
}
