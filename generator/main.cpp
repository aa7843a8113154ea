#include "command/command.h"

int main(int argc, char** argv) { return versus::run(argc, argv); }
