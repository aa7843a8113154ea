#include "publish/publish.h"

#include <algorithm>
#include <cerrno>
#include <numeric>

#include "publish/commit.h"
#include "publish/paths.h"
#include "publish/stage.h"
#include "publish/stamp.h"

namespace versus {

using namespace publishing;

namespace {

/// The manifest as it is on the disk, if there is one, and the hash of its bytes.
struct Record {
  Manifest manifest;
  Hash hash;
};

std::variant<Record, Failure> load_record(const Site& site) {
  std::string text;
  if (!read_file(site.state.get(), manifest_name, text)) {
    if (errno == ENOENT) return Record();
    return system_failure("read", site.state_path + "/" + manifest_name, errno);
  }
  if (auto manifest = parse_manifest(text)) return Record{std::move(*manifest), hash(text)};
  return Failure{site.state_path + "/" + manifest_name + " is damaged; remove " + site.state_path +
                 " and what is in " + site.path + ", then build again"};
}

/// What one publication found out, in the order of the manifest to come.
struct Plan {
  Manifest next;
  std::vector<Metadata> metadata;
  std::vector<std::string_view> staged;
};

Plan make_plan(std::vector<std::string>& paths, const std::vector<Rendered>& rendered) {
  std::vector<std::size_t> order(paths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string& { return paths[i]; });
  Plan plan;
  plan.next.files.reserve(paths.size());
  for (const std::size_t i : order) {
    const Rendered& file = rendered[i];
    plan.next.files.push_back({std::move(paths[i]), file.metadata.size, file.hash});
    plan.metadata.push_back(file.metadata);
    if (file.staged) plan.staged.push_back(plan.next.files.back().path);
  }
  return plan;
}

/// Writes what the commit needs; the journal last, and from then on there is no way back.
std::optional<Failure> declare(const Site& site, const Journal& journal, const Manifest& next) {
  const auto failed = [&](std::string_view operation, const std::string& name) {
    return Failure{system_failure(operation, site.state_path + "/" + name, errno).message +
                   "; nothing was published"};
  };
  const int state = site.state.get();
  if (!write_file(state, next_manifest_name, to_json(next))) return failed("write", next_manifest_name);
  if (!replace_file(state, journal_name, to_text(journal))) return failed("write", journal_name);
  return std::nullopt;
}

}  // namespace

struct Publisher::State {
  PublishOptions options;
  Site site;
  Record record;

  std::variant<Plan, Failure> stage(const Output& output) const;
  std::variant<PublishReport, Failure> commit(Plan plan, std::string_view digest);
};

std::variant<Plan, Failure> Publisher::State::stage(const Output& output) const {
  if (auto refused = refuse_foreign(site, record.manifest)) return std::move(*refused);
  std::vector<std::string> paths;
  paths.reserve(output.count);
  for (std::size_t i = 0; i < output.count; ++i)
    paths.push_back(output.path(i));
  if (auto refused = check_paths(paths)) return std::move(*refused);

  const Descriptor stage = make_directory(site.state.get(), stage_name);
  if (!stage) return system_failure("make directory", site.state_path + "/" + stage_name, errno);
  auto rendered = stage_changes(site, stage.get(), output, paths, options);
  if (auto* failure = std::get_if<Failure>(&rendered)) return std::move(*failure);
  return make_plan(paths, std::get<std::vector<Rendered>>(rendered));
}

std::variant<PublishReport, Failure> Publisher::State::commit(Plan plan, std::string_view digest) {
  const Journal journal = plan_removals(record.manifest, plan.next);
  const PublishReport report{plan.next.files.size(), plan.staged.size(),
                             journal.clear.size() + journal.remove.size()};
  if (report.written + report.removed > 0 || journal.manifest != record.hash) {
    if (auto failure = check_rights(site, plan.staged, journal, plan.next)) return std::move(*failure);
    if (auto failure = declare(site, journal, plan.next)) return std::move(*failure);
    if (auto failure = carry_out(site, journal, plan.next)) return std::move(*failure);
  }
  record = {std::move(plan.next), journal.manifest};
  remove_leftovers(site);  // if that fails, the next run does it
  write_stamp(site, {digest, record.manifest, record.hash}, plan.metadata, options.jobs);
  return report;
}

Publisher::Publisher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Publisher::Publisher(Publisher&&) noexcept = default;
Publisher& Publisher::operator=(Publisher&&) noexcept = default;
Publisher::~Publisher() = default;

std::variant<Publisher, Failure> Publisher::open(PublishOptions options) {
  auto site = open_site(options.out, options.inputs);
  if (auto* failure = std::get_if<Failure>(&site)) return std::move(*failure);
  auto state = std::make_unique<State>(State{std::move(options), std::get<Site>(std::move(site)), {}});
  auto recovered = recover(state->site);
  if (auto* failure = std::get_if<Failure>(&recovered)) return std::move(*failure);
  auto record = load_record(state->site);
  if (auto* failure = std::get_if<Failure>(&record)) return std::move(*failure);
  state->record = std::get<Record>(std::move(record));
  return Publisher(std::move(state));
}

bool Publisher::up_to_date(std::string_view digest, PublishReport& report) const {
  const auto& [options, site, record] = *state_;
  if (!stamp_holds(site, {digest, record.manifest, record.hash}, options.jobs)) return false;
  report = {record.manifest.files.size(), 0, 0};
  return true;
}

std::variant<PublishReport, Failure> Publisher::publish(const Output& output, std::string_view digest) {
  // What an earlier call on this object left unfinished is dealt with as `open` would.
  auto recovered = recover(state_->site);
  if (auto* failure = std::get_if<Failure>(&recovered)) return std::move(*failure);
  if (std::get<bool>(recovered)) {
    auto record = load_record(state_->site);
    if (auto* failure = std::get_if<Failure>(&record)) return std::move(*failure);
    state_->record = std::get<Record>(std::move(record));
  }
  auto plan = state_->stage(output);
  auto report = std::holds_alternative<Plan>(plan)
                    ? state_->commit(std::get<Plan>(std::move(plan)), digest)
                    : std::variant<PublishReport, Failure>(std::get<Failure>(std::move(plan)));
  // Before the commit a failure leaves the site as it was, and the stage is of no use; inside it, all must
  // stay.
  Metadata data;
  if (std::holds_alternative<Failure>(report) &&
      !metadata_at(state_->site.state.get(), journal_name.c_str(), data) && errno == ENOENT) {
    remove_leftovers(state_->site);
  }
  return report;
}

}  // namespace versus
