// Compiled contracts out of the packages that publish them. For tests only: their licences keep them out of
// the product. And one token of our own, compiled here.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Hex = `0x${string}`;

const require = createRequire(import.meta.url);

/** Where each contract's compiled form is published. */
const PUBLISHED = {
  WETH9: '@uniswap/v2-periphery/build/WETH9.json',
  DeflatingERC20: '@uniswap/v2-periphery/build/DeflatingERC20.json',
  UniswapV2Factory: '@uniswap/v2-core/build/UniswapV2Factory.json',
  UniswapV2Pair: '@uniswap/v2-core/build/UniswapV2Pair.json',
  UniswapV2Router02: '@uniswap/v2-periphery/build/UniswapV2Router02.json',
  UniswapV3Factory:
    '@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json',
  UniswapV3Pool: '@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json',
  NonfungiblePositionManager:
    '@uniswap/v3-periphery/artifacts/contracts/NonfungiblePositionManager.sol/NonfungiblePositionManager.json',
  QuoterV2: '@uniswap/v3-periphery/artifacts/contracts/lens/QuoterV2.sol/QuoterV2.json',
  TickLens: '@uniswap/v3-periphery/artifacts/contracts/lens/TickLens.sol/TickLens.json',
  SwapRouter02:
    '@uniswap/swap-router-contracts/artifacts/contracts/SwapRouter02.sol/SwapRouter02.json',
} as const;

export type ContractName = keyof typeof PUBLISHED;

interface Artifact {
  readonly bytecode?: string | { readonly object: string };
  readonly evm?: { readonly bytecode: { readonly object: string } };
}

/** The bytecode that deploys it, without constructor arguments. */
export function bytecodeOf(name: ContractName): Hex {
  const artifact = JSON.parse(readFileSync(require.resolve(PUBLISHED[name]), 'utf8')) as Artifact;
  const { bytecode, evm } = artifact;
  const text = typeof bytecode === 'string' ? bytecode : (bytecode ?? evm?.bytecode)?.object;
  if (text === undefined) throw new Error(`no bytecode in the published form of ${name}`);
  return text.startsWith('0x') ? (text as Hex) : `0x${text}`;
}

/**
 * A token with any number of decimals. `strict` makes it behave like Tether's on Ethereum: transfer and approve
 * return nothing, and an allowance goes from one amount to another only over zero.
 */
const TOKEN_SOURCE = `
pragma solidity ^0.8.0;
contract SandboxToken {
  string public name;
  string public symbol;
  uint8 public immutable decimals;
  bool public immutable strict;
  uint256 public totalSupply;
  mapping(address => uint256) public balanceOf;
  mapping(address => mapping(address => uint256)) public allowance;
  event Transfer(address indexed from, address indexed to, uint256 value);
  event Approval(address indexed owner, address indexed spender, uint256 value);

  constructor(string memory symbol_, uint8 decimals_, bool strict_) {
    name = symbol_;
    symbol = symbol_;
    decimals = decimals_;
    strict = strict_;
  }
  function mint(address to, uint256 value) external {
    totalSupply += value;
    balanceOf[to] += value;
    emit Transfer(address(0), to, value);
  }
  function approve(address spender, uint256 value) external {
    require(!strict || value == 0 || allowance[msg.sender][spender] == 0, "allowance is not zero");
    allowance[msg.sender][spender] = value;
    emit Approval(msg.sender, spender, value);
    answer();
  }
  function transfer(address to, uint256 value) external {
    move(msg.sender, to, value);
    answer();
  }
  function transferFrom(address from, address to, uint256 value) external {
    uint256 allowed = allowance[from][msg.sender];
    require(allowed >= value, "allowance is too small");
    if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - value;
    move(from, to, value);
    answer();
  }
  function move(address from, address to, uint256 value) private {
    require(balanceOf[from] >= value, "balance is too small");
    balanceOf[from] -= value;
    balanceOf[to] += value;
    emit Transfer(from, to, value);
  }
  function answer() private view {
    if (strict) return;
    assembly { mstore(0, 1) return(0, 32) }
  }
}`;

/**
 * A token that misbehaves as it is told: `behave` with 0 to 5 as in `HOSTILE`. Not a part of the sandbox's own pools; a test
 * deploys it.
 */
const HOSTILE_SOURCE = `
pragma solidity ^0.8.0;
contract HostileToken {
  string public symbol;
  uint8 public immutable decimals;
  uint8 public mode;
  mapping(address => uint256) public balanceOf;
  mapping(address => mapping(address => uint256)) public allowance;
  event Transfer(address indexed from, address indexed to, uint256 value);

  constructor(string memory symbol_, uint8 decimals_, bool) {
    symbol = symbol_;
    decimals = decimals_;
  }
  function behave(uint8 mode_) external { mode = mode_; }
  function mint(address to, uint256 value) external {
    balanceOf[to] += value;
    emit Transfer(address(0), to, value);
  }
  function approve(address spender, uint256 value) external {
    allowance[msg.sender][spender] = value;
    answer(true);
  }
  function transfer(address to, uint256 value) external {
    answer(move(msg.sender, to, value));
  }
  function transferFrom(address from, address to, uint256 value) external {
    require(allowance[from][msg.sender] >= value, "allowance is too small");
    allowance[from][msg.sender] -= value;
    answer(move(from, to, value));
  }
  function move(address from, address to, uint256 value) private returns (bool) {
    require(mode != 3, "transfers are closed");
    if (mode == 2) return false;
    if (mode == 5) return true;
    uint256 fee = mode == 1 ? value / 100 : 0;
    balanceOf[from] -= value;
    balanceOf[to] += value - fee;
    emit Transfer(from, to, value - fee);
    if (fee > 0) emit Transfer(from, address(0), fee);
    return true;
  }
  function answer(bool done) private view {
    if (mode == 4) return;
    assembly { mstore(0, done) return(0, 32) }
  }
}`;

/** What the hostile token may be told to do. */
export const HOSTILE = {
  behaves: 0,
  /** A hundredth of each transfer goes to nobody. */
  keepsAPart: 1,
  /** Moves nothing, and says so by its answer alone. */
  returnsFalse: 2,
  reverts: 3,
  /** As Tether's on Ethereum. */
  returnsNothing: 4,
  /** Says that it has moved what it has not. */
  lies: 5,
} as const;

interface Compiler {
  compile(input: string): string;
}

interface Compiled {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly contracts: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly evm: { readonly bytecode: { readonly object: string } } }>>
    >
  >;
}

/** The bytecode of the sandbox's own token; constructor (symbol, decimals, strict). Takes about a second. */
export function compileToken(): Hex {
  return compile(TOKEN_SOURCE, 'SandboxToken');
}

/** The same of the hostile one; constructor (symbol, decimals, ignored). */
export function compileHostileToken(): Hex {
  return compile(HOSTILE_SOURCE, 'HostileToken');
}

function compile(content: string, name: string): Hex {
  const solc = require('solc') as Compiler;
  const input = {
    language: 'Solidity',
    sources: { 'token.sol': { content } },
    settings: {
      optimizer: { enabled: true, runs: 200 },
      outputSelection: { '*': { '*': ['evm.bytecode.object'] } },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as Compiled;
  const problem = output.errors?.find(({ severity }) => severity === 'error');
  if (problem !== undefined) throw new Error(problem.formattedMessage);
  const object = output.contracts['token.sol']?.[name]?.evm.bytecode.object;
  if (object === undefined) throw new Error('the compiler gave no token');
  return `0x${object}`;
}
