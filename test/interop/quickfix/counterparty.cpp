// A FIX counterparty on QuickFIX C++, driven over standard input and seen on standard output.
//
//   counterparty client  SETTINGS   an initiator. A line in: "MSGTYPE|tag=value|…" is sent, "logout" and
//                                   "quit" do so. A line out: "logon", "logout", "in <message with |>" for
//                                   what it received and found valid, "out <message with |>" for what it
//                                   sends, its own rejects of ours among them.
//   counterparty acceptor SETTINGS  an acceptor that only acknowledges: each NewOrderSingle gets one
//                                   ExecutionReport (New). The peer of the benches.
#include <quickfix/Application.h>
#include <quickfix/FileStore.h>
#include <quickfix/MessageCracker.h>
#include <quickfix/Session.h>
#include <quickfix/SessionSettings.h>
#include <quickfix/SocketAcceptor.h>
#include <quickfix/SocketInitiator.h>
#include <quickfix/ThreadedSocketAcceptor.h>
#include <quickfix/fix44/ExecutionReport.h>
#include <quickfix/fix44/NewOrderSingle.h>

#include <atomic>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>
#include <unistd.h>

static std::mutex outLock;

static void say(const std::string& line) {
  std::lock_guard<std::mutex> guard(outLock);
  std::cout << line << "\n" << std::flush;
}

static std::string readable(const FIX::Message& message) {
  std::string text = message.toString();
  for (char& c : text)
    if (c == '\001') c = '|';
  return text;
}

// NewOrderSingle, OrderCancelRequest and OrderCancelReplaceRequest say when they were made.
static bool hasTransactTime(const std::string& type) {
  return type == "D" || type == "F" || type == "G";
}

class Client : public FIX::Application {
 public:
  FIX::SessionID session;
  std::string username;
  std::string password;

  void onCreate(const FIX::SessionID& id) override { session = id; }
  void onLogon(const FIX::SessionID&) override { say("logon"); }
  void onLogout(const FIX::SessionID&) override { say("logout"); }
  void toAdmin(FIX::Message& message, const FIX::SessionID&) override {
    FIX::MsgType type;
    message.getHeader().getField(type);
    if (type == FIX::MsgType_Logon && !username.empty()) {
      message.setField(FIX::Username(username));
      message.setField(FIX::Password(password));
    }
    say("out " + readable(message));
  }
  void toApp(FIX::Message& message, const FIX::SessionID&) noexcept override {
    say("out " + readable(message));
  }
  void fromAdmin(const FIX::Message& message, const FIX::SessionID&) noexcept override {
    say("in " + readable(message));
  }
  void fromApp(const FIX::Message& message, const FIX::SessionID&) noexcept override {
    say("in " + readable(message));
  }

  void send(const std::string& line) {
    FIX::Message message;
    std::stringstream fields(line);
    std::string field;
    std::string type;
    std::getline(fields, type, '|');
    message.getHeader().setField(FIX::MsgType(type));
    while (std::getline(fields, field, '|')) {
      const size_t at = field.find('=');
      if (at == std::string::npos) continue;
      message.setField(std::stoi(field.substr(0, at)), field.substr(at + 1));
    }
    if (hasTransactTime(type) && !message.isSetField(FIX::FIELD::TransactTime))
      message.setField(FIX::TransactTime(FIX::UtcTimeStamp(), 3));
    FIX::Session::sendToTarget(message, session);
  }
};

class Acknowledger : public FIX::Application, public FIX::MessageCracker {
 public:
  std::atomic<long> count{0};
  void onCreate(const FIX::SessionID&) override {}
  void onLogon(const FIX::SessionID&) override {}
  void onLogout(const FIX::SessionID&) override {}
  void toAdmin(FIX::Message&, const FIX::SessionID&) override {}
  void toApp(FIX::Message&, const FIX::SessionID&) noexcept override {}
  void fromAdmin(const FIX::Message&, const FIX::SessionID&) noexcept override {}
  void fromApp(const FIX::Message& message, const FIX::SessionID& id) noexcept override {
    try {
      crack(message, id);
    } catch (...) {
    }
  }
  void onMessage(const FIX44::NewOrderSingle& order, const FIX::SessionID& id) override {
    FIX::ClOrdID clOrdID;
    FIX::Symbol symbol;
    FIX::Side side;
    FIX::OrderQty orderQty;
    order.get(clOrdID);
    order.get(symbol);
    order.get(side);
    order.get(orderQty);
    const std::string number = std::to_string(++count);
    FIX44::ExecutionReport report{FIX::OrderID(number), FIX::ExecID(number),
                                  FIX::ExecType(FIX::ExecType_NEW),
                                  FIX::OrdStatus(FIX::OrdStatus_NEW), side,
                                  FIX::LeavesQty(orderQty), FIX::CumQty(0), FIX::AvgPx(0)};
    report.set(clOrdID);
    report.set(symbol);
    report.set(orderQty);
    FIX::Session::sendToTarget(report, id);
  }
};

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: counterparty client|acceptor SETTINGS\n";
    return 2;
  }
  try {
    const std::string mode = argv[1];
    FIX::SessionSettings settings(argv[2]);
    FIX::FileStoreFactory store(settings);
    if (mode == "acceptor") {
      Acknowledger application;
      FIX::SocketAcceptor acceptor(application, store, settings);
      acceptor.start();
      say("listening");
      std::string line;
      while (std::getline(std::cin, line) && line != "quit") {
      }
      acceptor.stop(true);
      return 0;
    }
    Client client;
    const FIX::Dictionary& defaults = settings.get();
    if (defaults.has("Username")) client.username = defaults.getString("Username");
    if (defaults.has("Password")) client.password = defaults.getString("Password");
    FIX::SocketInitiator initiator(client, store, settings);
    initiator.start();
    std::string line;
    while (std::getline(std::cin, line)) {
      if (line == "quit") break;
      if (line == "logout") FIX::Session::lookupSession(client.session)->logout();
      else if (!line.empty()) client.send(line);
    }
    initiator.stop();
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << "\n";
    return 1;
  }
}
