import { describe, expect, test } from 'vitest';
import { isLoopback, getNearbyAddresses, parseAddress } from '$lib/domain/connection/address';

describe('an address as people type it', () => {
	test.for([
		['localhost:23373', 'http://localhost:23373'],
		['http://127.0.0.1:23373/', 'http://127.0.0.1:23373'],
		['  HTTP://LocalHost:23373 ', 'http://localhost:23373'],
		[':23374', 'http://localhost:23374'],
		['23374', 'http://localhost:23374'],
		['localhost', 'http://localhost:23373'],
		['localhost:', 'http://localhost:23373'],
		['127.0.0.1', 'http://127.0.0.1:23373'],
		['[::1]', 'http://[::1]:23373'],
		['[::1]:23380', 'http://[::1]:23380'],
		['localhost:23373/v1', 'http://localhost:23373'],
		['http://localhost:23373/v1/info', 'http://localhost:23373'],
		['localhost/v1/', 'http://localhost:23373'],
		['https://beeper.example.net', 'https://beeper.example.net'],
		['https://beeper.example.net:443/', 'https://beeper.example.net'],
		['beeper.example.net', 'http://beeper.example.net:23373'],
		['http://localhost:23323/beeper', 'http://localhost:23323/beeper'],
		['localhost:23323/beeper/', 'http://localhost:23323/beeper'],
		['http://127.0.0.1:23323/beeper/v1/info', 'http://127.0.0.1:23323/beeper']
	])('%s is read as %s', ([typed = '', address]) => {
		expect(parseAddress(typed)).toEqual({ address });
	});

	test.for([
		['', 'Enter the address'],
		['  ', 'Enter the address'],
		['99999', 'Not an address'],
		['local host', 'Not an address'],
		['http://', 'Not an address'],
		['javascript:alert(1)', 'Not an address'],
		['ftp://localhost', 'http:// or https://'],
		['file:///etc/hosts', 'http:// or https://'],
		['http://me:secret@localhost:23373', 'before the @'],
		['me@localhost:23373', 'before the @'],
		['localhost:23373/chats', 'after the port'],
		['localhost:23373/v12', 'after the port'],
		['localhost:23323/beepers', 'after the port'],
		['localhost:23323/beeper/chats', 'after the port'],
		['localhost:23323/v1/beeper?x', 'after the port'],
		['localhost:23373?token=x', 'after the port'],
		['http://localhost:23373/#x', 'after the port']
	])('%s is no address: %s', ([typed = '', words]) => {
		expect(parseAddress(typed)).toEqual({ problem: expect.stringContaining(words ?? '') });
	});
});

test.for([
	['http://localhost:23373', true],
	['http://beeper.localhost', true],
	['http://127.0.0.1:1', true],
	['http://127.8.8.8', true],
	['http://[::1]:23373', true],
	['http://localhost.example.net', false],
	['http://127.0.0.1.example.net', false],
	['http://192.168.1.20:23373', false],
	['https://example.net', false],
	['nonsense', false]
] as const)('%s is on this computer: %s', ([address, expected]) => {
	expect(isLoopback(address)).toBe(expected);
});

describe('where else Beeper may listen', () => {
	test.for([
		['http://localhost:23373', ['http://127.0.0.1:23373']],
		['http://127.0.0.1:23373', ['http://localhost:23373']],
		['http://[::1]:23373', ['http://localhost:23373', 'http://127.0.0.1:23373']],
		['http://localhost:8080', ['http://localhost:23373', 'http://127.0.0.1:23373']],
		['http://localhost:23323/beeper', ['http://localhost:23373', 'http://127.0.0.1:23373']]
	] as const)(
		'unasked, from %s: its usual port under other names, and no more',
		([address, others]) => {
			expect(getNearbyAddresses(address)).toEqual(others);
		}
	);

	test('asked: the other name of this computer first, then the next ports', () => {
		expect(getNearbyAddresses('http://localhost:23373', true)).toEqual([
			'http://127.0.0.1:23373',
			...Array.from({ length: 19 }, (_, index) => `http://127.0.0.1:${23374 + index}`)
		]);
		expect(getNearbyAddresses('http://127.0.0.1:23373', true)[0]).toBe('http://localhost:23373');
		expect(getNearbyAddresses('http://[::1]:23373', true)[0]).toBe('http://localhost:23373');
	});

	test('asked, starts at the first port when another one was typed', () => {
		expect(getNearbyAddresses('http://localhost:8080', true).slice(0, 2)).toEqual([
			'http://127.0.0.1:8080',
			'http://127.0.0.1:23373'
		]);
	});

	test.for(['http://localhost:23375', 'http://127.0.0.1:23375', 'https://localhost:23373'])(
		'never names %s itself, nor any address twice',
		(address) => {
			for (const isWide of [false, true]) {
				const others = getNearbyAddresses(address, isWide);
				expect(others).not.toContain(address);
				expect(new Set(others).size).toBe(others.length);
			}
		}
	);

	test('is nowhere for another computer', () => {
		expect(getNearbyAddresses('https://beeper.example.net')).toEqual([]);
		expect(getNearbyAddresses('https://beeper.example.net', true)).toEqual([]);
	});
});
