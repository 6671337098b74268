import { addressKey } from './address-key.js';

describe('what limits count by', () => {
  it('is the address itself for IPv4, however it is written', () => {
    expect(addressKey('203.0.113.7')).toBe('203.0.113.7');
    expect(addressKey('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('is the network of a household for IPv6', () => {
    for (const address of ['2001:db8:0:1::5', '2001:DB8:0000:0001:a:b:c:d', '2001:db8:0:1:ffff::'])
      expect([address, addressKey(address)]).toEqual([address, '2001:db8:0:1::/64']);
    expect(addressKey('2001:db8:0:2::5')).toBe('2001:db8:0:2::/64');
    expect(addressKey('::1')).toBe('0:0:0:0::/64');
    expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });
});
