// QuickFIX C++ as the peer of the FIX benches, driven over standard input.
//
//   quickfix codec DICTIONARY FILE   FILE has a message a line, `KIND message` with | for SOH. Takes lines
//                                    "decode KIND COUNT", "validate KIND COUNT", "encode KIND COUNT" and answers
//                                    "NANOSECONDS SINK", of CPU. Both decode with the dictionary, else there are no groups.
//   quickfix acceptor SETTINGS       answers each NewOrderSingle with an ExecutionReport of 26 fields.
#include <quickfix/Application.h>
#include <quickfix/DataDictionary.h>
#include <quickfix/MessageStore.h>
#include <quickfix/Session.h>
#include <quickfix/SessionSettings.h>
#include <quickfix/SocketAcceptor.h>
#include <quickfix/fix44/ExecutionReport.h>
#include <quickfix/fix44/MarketDataSnapshotFullRefresh.h>
#include <quickfix/fix44/NewOrderSingle.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <time.h>
#include <vector>

static long long cpuTime() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static size_t readAll(const FIX::FieldMap& map) {
  size_t sum = 0;
  for (auto field = map.begin(); field != map.end(); ++field) sum += field->getString().size();
  for (auto group = map.g_begin(); group != map.g_end(); ++group)
    for (const FIX::FieldMap* entry : group->second) sum += readAll(*entry);
  return sum;
}

static void header(FIX::Message& message, long at) {
  FIX::Header& header = message.getHeader();
  header.setField(FIX::SenderCompID("ACME"));
  header.setField(FIX::TargetCompID("CAUSEWAY"));
  header.setField(FIX::MsgSeqNum(1000 + (int)(at % 256)));
  header.setField(FIX::SendingTime(FIX::UtcTimeStamp(12, 0, 0, (int)(at % 1000), 21, 11, 2026), 3));
}

static std::string number(const char* before, long value, const char* after = "") {
  return before + std::to_string(value) + after;
}

static void order(FIX44::NewOrderSingle& message, long at) {
  const long v = at % 256;
  message.set(FIX::ClOrdID(number("ORD-20261121-", 100000 + v * 37)));
  message.set(FIX::Symbol("ETH/USDT"));
  message.set(FIX::Side('1'));
  message.set(FIX::TransactTime(FIX::UtcTimeStamp(12, 0, 0, (int)v, 21, 11, 2026), 3));
  message.set(FIX::OrderQty((v + 2) * 0.25));
  message.set(FIX::OrdType('2'));
  message.set(FIX::Price(3100 + (v + 1) * 0.01));
  message.set(FIX::TimeInForce('0'));
}

static void report(FIX44::ExecutionReport& message, const std::string& clOrdID, const std::string& symbol, long at) {
  const long v = at % 256;
  const double price = 3100 + (v + 1) * 0.01;
  message.set(FIX::OrderID(number("CW-0000000", 1000000 + v)));
  message.set(FIX::ClOrdID(clOrdID));
  message.set(FIX::ExecID(number("1-00000", 10000000 + v * 11, "-0")));
  message.set(FIX::ExecType('0')); // The load waits for an acknowledgement.
  message.set(FIX::OrdStatus('1'));
  message.set(FIX::Account("ALPHA"));
  message.set(FIX::Symbol(symbol));
  message.set(FIX::Side('1'));
  message.set(FIX::OrderQty((v + 2) * 0.25));
  message.set(FIX::OrdType('2'));
  message.set(FIX::Price(price));
  message.set(FIX::TimeInForce('0'));
  message.set(FIX::LastQty((v + 1) * 0.25));
  message.set(FIX::LastPx(price));
  message.set(FIX::LeavesQty(0.25));
  message.set(FIX::CumQty((v + 1) * 0.25));
  message.set(FIX::AvgPx(price));
  message.set(FIX::TransactTime(FIX::UtcTimeStamp(12, 0, 0, (int)v, 21, 11, 2026), 3));
}

static void book(FIX44::MarketDataSnapshotFullRefresh& message, long at) {
  const long v = at % 256;
  message.set(FIX::MDReqID("BOOK-1"));
  message.set(FIX::Symbol("ETH/USDT"));
  FIX44::MarketDataSnapshotFullRefresh::NoMDEntries entry;
  for (int level = 0; level < 20; ++level) {
    const bool isBid = level < 10;
    entry.set(FIX::MDEntryType(isBid ? '0' : '1'));
    entry.set(FIX::MDEntryPx(3100 + (v + 1) * 0.01 + (isBid ? -level : level - 9) * 0.07));
    entry.set(FIX::MDEntrySize((v + 2) * 0.25 * (level + 1) + 0.01));
    message.addGroup(entry);
  }
}

template <typename Message, typename Fill>
static size_t encode(long count, Fill fill) {
  size_t sink = 0;
  std::string text;
  for (long at = 0; at < count; ++at) {
    Message message;
    fill(message, at);
    header(message, at);
    sink += message.toString(text).size();
  }
  return sink;
}

static int codec(const char* dictionaryFile, const char* messageFile) {
  FIX::DataDictionary dictionary(dictionaryFile);
  std::map<std::string, std::vector<std::string>> messages;
  std::ifstream file(messageFile);
  std::string line;
  while (std::getline(file, line)) {
    const size_t space = line.find(' ');
    std::string text = line.substr(space + 1);
    std::replace(text.begin(), text.end(), '|', '\001');
    // The symbol of the benches has no |.
    messages[line.substr(0, space)].push_back(text);
  }
  std::cout << "ready" << std::endl;
  while (std::getline(std::cin, line) && line != "quit") {
    std::stringstream words(line);
    std::string what, kind;
    long count = 0;
    words >> what >> kind >> count;
    size_t sink = 0;
    const long long from = cpuTime();
    if (what == "encode") {
      if (kind == "NewOrderSingle") sink = encode<FIX44::NewOrderSingle>(count, order);
      else if (kind == "ExecutionReport")
        sink = encode<FIX44::ExecutionReport>(count, [](FIX44::ExecutionReport& message, long at) {
          report(message, number("ORD-20261121-", 100000 + (at % 256) * 37), "ETH/USDT", at);
        });
      else sink = encode<FIX44::MarketDataSnapshotFullRefresh>(count, book);
    } else {
      const std::vector<std::string>& some = messages[kind];
      for (long at = 0; at < count; ++at) {
        FIX::Message message;
        message.setString(some[at % some.size()], true, &dictionary);
        if (what == "validate") {
          dictionary.validate(message);
          sink += readAll(message.getHeader()) + readAll(message) + readAll(message.getTrailer());
        } else sink += message.getHeader().getField(FIX::FIELD::MsgType).size();
      }
    }
    std::cout << cpuTime() - from << " " << sink << std::endl;
  }
  return 0;
}

class Reporter : public FIX::Application {
 public:
  long count = 0;
  void onCreate(const FIX::SessionID&) override {}
  void onLogon(const FIX::SessionID&) override {}
  void onLogout(const FIX::SessionID&) override {}
  void toAdmin(FIX::Message&, const FIX::SessionID&) override {}
  void toApp(FIX::Message&, const FIX::SessionID&) noexcept override {}
  void fromAdmin(const FIX::Message&, const FIX::SessionID&) noexcept override {}
  void fromApp(const FIX::Message& message, const FIX::SessionID& session) noexcept override {
    FIX44::ExecutionReport answer;
    report(answer, message.getField(FIX::FIELD::ClOrdID), message.getField(FIX::FIELD::Symbol), ++count);
    FIX::Session::sendToTarget(answer, session);
  }
};

static int acceptor(const char* settingsFile) {
  FIX::SessionSettings settings(settingsFile);
  FIX::MemoryStoreFactory store;
  Reporter application;
  FIX::SocketAcceptor acceptor(application, store, settings);
  acceptor.start();
  std::cout << "listening" << std::endl;
  std::string line;
  while (std::getline(std::cin, line) && line != "quit") {
  }
  acceptor.stop(true);
  return 0;
}

int main(int argc, char** argv) {
  try {
    const std::string mode = argc > 1 ? argv[1] : "";
    if (mode == "codec" && argc == 4) return codec(argv[2], argv[3]);
    if (mode == "acceptor" && argc == 3) return acceptor(argv[2]);
    std::cerr << "usage: quickfix codec DICTIONARY FILE | quickfix acceptor SETTINGS\n";
    return 2;
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << "\n";
    return 1;
  }
}
